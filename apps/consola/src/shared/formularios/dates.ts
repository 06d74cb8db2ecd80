/**
 * Instants in words, in the zone of the proceso. The simulated "now" is always a parameter: what the browser's clock says
 * is worth nothing to a term of law.
 */
let zone = 'America/Mexico_City'

/** The zone of the proceso, as the API states it. */
export function setZone(name: string | undefined): void {
  if (name !== undefined && name !== zone) {
    zone = name
    formats.clear()
  }
}

/** "sábado 20 de abril de 2024, 10:00" */
export function dateTimeLong(iso: string): string {
  return `${dateLong(iso)}, ${format({ hour: '2-digit', minute: '2-digit' }, iso)}`
}

/** "sábado 20 de abril de 2024"; a plain date stays on its day in every zone. */
export function dateLong(iso: string): string {
  return format({ weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' }, atNoon(iso)).replace(',', '')
}

/** "20 abr 2024, 10:00" for narrow columns. */
export function dateTimeShort(iso: string): string {
  const parts = format({ day: 'numeric', month: 'short', year: 'numeric' }, iso).replace(/ de /g, ' ')
  return `${parts}, ${format({ hour: '2-digit', minute: '2-digit' }, iso)}`
}

/** "20 abr 2024"; a plain date stays on its day in every zone. */
export function dateShort(iso: string): string {
  return format({ day: 'numeric', month: 'short', year: 'numeric' }, atNoon(iso)).replace(/ de /g, ' ')
}

/** "20/04/2024", as documents print a plain date. */
export function datePrinted(day: string): string {
  return day.split('-').reverse().join('/')
}

/** "abril de 2024", of a month as text. */
export function monthLong(month: string): string {
  return format({ month: 'long', year: 'numeric' }, atNoon(`${month}-15`))
}

/** "abr 24", of a month as text. */
export function monthShort(month: string): string {
  return format({ month: 'short', year: '2-digit' }, atNoon(`${month}-15`)).replace(/ de /g, ' ')
}

/** "14:02:31" */
export function timeWithSeconds(iso: string): string {
  return format({ hour: '2-digit', minute: '2-digit', second: '2-digit' }, iso)
}

/** "en 3 días", "hace 2 horas"; days are those of the calendar, as terms count them. */
export function relativeTo(iso: string, now: string): string {
  const seconds = (Date.parse(iso) - Date.parse(now)) / 1000
  if (Math.abs(seconds) >= DAY) return relative.format(Math.round((dayOf(iso) - dayOf(now)) / DAY), 'day')
  const [unit, size] = UNITS.find(([, size]) => Math.abs(seconds) >= size) ?? ['second', 1]
  return relative.format(Math.trunc(seconds / size), unit)
}

/** The value of an `<input type="datetime-local">` for an instant, in the zone of the proceso. */
export function toLocalInput(iso: string): string {
  const parts = partsOf(iso)
  return `${parts.year}-${parts.month}-${parts.day}T${parts.hour}:${parts.minute}`
}

/** The instant of a local date and time in the zone of the proceso. */
export function fromLocalInput(local: string): string {
  const asUtc = Date.parse(`${local}:00Z`)
  const shown = Date.parse(`${toLocalInput(new Date(asUtc).toISOString())}:00Z`)
  return new Date(asUtc + (asUtc - shown)).toISOString()
}

const DAY = 86_400

/** The day of an instant in the zone of the proceso, as seconds. */
function dayOf(iso: string): number {
  return Date.parse(`${toLocalInput(iso).slice(0, 10)}T00:00Z`) / 1000
}

const UNITS: [Intl.RelativeTimeFormatUnit, number][] = [
  ['hour', 3_600],
  ['minute', 60],
]
const relative = new Intl.RelativeTimeFormat('es-MX', { numeric: 'auto' })
const formats = new Map<string, Intl.DateTimeFormat>()

function atNoon(iso: string): string {
  return /^\d{4}-\d{2}-\d{2}$/.test(iso) ? `${iso}T18:00:00Z` : iso
}

function format(options: Intl.DateTimeFormatOptions, iso: string): string {
  return formatFor(options).format(new Date(iso))
}

function partsOf(iso: string): Record<string, string> {
  const options: Intl.DateTimeFormatOptions = {
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
  }
  return Object.fromEntries(
    formatFor(options)
      .formatToParts(new Date(iso))
      .map((part) => [part.type, part.value]),
  )
}

function formatFor(options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = JSON.stringify(options)
  const known = formats.get(key)
  if (known !== undefined) return known
  const made = new Intl.DateTimeFormat('es-MX', { ...options, hourCycle: 'h23', timeZone: zone })
  formats.set(key, made)
  return made
}
