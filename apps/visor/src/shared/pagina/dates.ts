import { lazy } from '@conoceles/domain/memo'

const DATE_ONLY = /^\d{4}-\d{2}-\d{2}$/

const DATE = { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' } as const
// A time zone and the words of a language take a phone tens of ms to load: none is before its page wants it.
const dateOfDay = lazy(() => new Intl.DateTimeFormat('es-MX', { ...DATE, timeZone: 'UTC' }))
const formatsIn = (timeZone: string) => ({
  timeZone,
  moment: lazy(() => new Intl.DateTimeFormat('es-MX', { ...DATE, hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZone })),
  offset: lazy(() => new Intl.DateTimeFormat('en-US', { timeZone, timeZoneName: 'longOffset' })),
})
/** Until the proceso is known, the hours of central Mexico. */
let here = formatsIn('America/Mexico_City')

/** The zone of the proceso, in which every day and hour is told. */
export function setZone(name: string | undefined): void {
  if (name !== undefined && name !== here.timeZone) here = formatsIn(name)
}

/** "jueves 25 de abril de 2024", of a legal date or of an instant. */
export function longDate(iso: string): string {
  return dateOf(partsOf(DATE_ONLY.test(iso) ? dateOfDay() : here.moment(), iso))
}

/** The same without the day of the week: "25 de abril de 2024". */
export function shortDate(iso: string): string {
  return longDate(iso).replace(/^\S+ /, '')
}

/** The last second of a legal day, as an instant: "2024-04-25T23:59:59-06:00". */
export function endOfDay(day: string): string {
  return instantOf(day, '23:59:59')
}

/** Milliseconds since the epoch, by which legal days and instants are put in order; a day begins at its first moment. */
export function startOf(iso: string): number {
  return Date.parse(DATE_ONLY.test(iso) ? instantOf(iso, '00:00:00') : iso)
}

function instantOf(day: string, time: string): string {
  const parts = here.offset().formatToParts(new Date(`${day}T${time}Z`))
  const name = parts.find(({ type }) => type === 'timeZoneName')?.value.replace('GMT', '')
  // A century ago it was told with seconds, which no instant of ours has.
  return `${day}T${time}${name?.slice(0, '-06:00'.length) || 'Z'}`
}

/** "jueves 25 de abril de 2024, 18:00". */
export function longDateTime(iso: string): string {
  const parts = partsOf(here.moment(), iso)
  return `${dateOf(parts)}, ${parts.hour}:${parts.minute}`
}

type Parts = Partial<Record<Intl.DateTimeFormatPartTypes, string>>

function partsOf(format: Intl.DateTimeFormat, iso: string): Parts {
  return Object.fromEntries(format.formatToParts(new Date(iso)).map(({ type, value }) => [type, value]))
}

function dateOf({ weekday, day, month, year }: Parts): string {
  return `${weekday} ${day} de ${month} de ${year}`
}
