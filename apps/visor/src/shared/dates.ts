const ZONE = 'America/Mexico_City'
const DATE_ONLY = /^\d{4}-\d{2}-\d{2}$/

const DATE = { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' } as const
const dateOfDay = new Intl.DateTimeFormat('es-MX', { ...DATE, timeZone: 'UTC' })
const dateInZone = new Intl.DateTimeFormat('es-MX', { ...DATE, timeZone: ZONE })
const offsetInZone = new Intl.DateTimeFormat('en-US', { timeZone: ZONE, timeZoneName: 'longOffset' })
const timeInZone = new Intl.DateTimeFormat('es-MX', { hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZone: ZONE })

/** "jueves 25 de abril de 2024", of a legal date or of an instant. */
export function longDate(iso: string): string {
  const format = DATE_ONLY.test(iso) ? dateOfDay : dateInZone
  const parts = Object.fromEntries(format.formatToParts(new Date(iso)).map((part) => [part.type, part.value]))
  return `${parts.weekday} ${parts.day} de ${parts.month} de ${parts.year}`
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
  const parts = offsetInZone.formatToParts(new Date(`${day}T${time}Z`))
  const name = parts.find(({ type }) => type === 'timeZoneName')?.value.replace('GMT', '')
  return `${day}T${time}${name || 'Z'}`
}

/** "jueves 25 de abril de 2024, 18:00". */
export function longDateTime(iso: string): string {
  return `${longDate(iso)}, ${timeInZone.format(new Date(iso))}`
}
