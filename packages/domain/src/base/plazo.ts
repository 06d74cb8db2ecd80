import { Temporal } from 'temporal-polyfill'
import { createDiasHabiles, type Dias } from './dias-habiles.ts'

/**
 * Last day of a term, of captura or of an observación: so many days counted from the day after its event. Working days leave out Saturdays,
 * Sundays and the rest days given. Source: lineamientos.md §5 and §12 (start and day kind por confirmar; therefore data of the pack).
 */
export function ultimoDia(evento: string, { dias, tipoDias }: Dias, feriados: readonly string[]): string {
  const habiles = createDiasHabiles({ descansos: [], jornadas: [], propios: feriados, todosHabiles: [] })
  return habiles.sumar(evento, { dias, tipoDias })
}

type Instante = Temporal.Instant | Date | string

const localOf = (instant: Instante, zona: string) =>
  Temporal.Instant.from(instant instanceof Date ? instant.toISOString() : instant).toZonedDateTimeISO(zona)

/** Legal day of an instant in a zone, ISO 8601: the day there, which in UTC may be the one before or after. */
export function localDay(instant: Instante, zona: string): string {
  return localOf(instant, zona).toPlainDate().toString()
}

/** Its day and minute, ISO 8601 without zone: "2024-04-20T10:00". */
export function localMinute(instant: Instante, zona: string): string {
  return localOf(instant, zona).toPlainDateTime().toString({ smallestUnit: 'minute' })
}

/** Last second of a legal day in a zone: 23:59:59, as terms are written. Whether it has passed is asked of `terminoElDia`. */
export function endOfDay(day: Temporal.PlainDate | string, zona: string): Temporal.Instant {
  return Temporal.PlainDate.from(day).toZonedDateTime({ timeZone: zona, plainTime: '23:59:59' }).toInstant()
}

/** Whether a legal day is over: from 00:00 of the next, so that the whole of its last second is still in time. */
export function terminoElDia(day: Temporal.PlainDate | string, { zona, ahora }: { zona: string; ahora: Temporal.Instant }): boolean {
  return Temporal.Instant.compare(ahora, nextDay(day.toString(), zona)) >= 0
}

/** Next days, by day and zone: a process asks thousands of times a minute for the same few. */
const nextDays = new Map<string, Temporal.Instant>()

function nextDay(day: string, zona: string): Temporal.Instant {
  const key = `${day} ${zona}`
  const known = nextDays.get(key) ?? Temporal.PlainDate.from(day).add({ days: 1 }).toZonedDateTime({ timeZone: zona }).toInstant()
  nextDays.set(key, known)
  return known
}

/** Why a pause may not last until a day; null: until it is decided. */
export function razonesContraFinPausa(hasta: string | null, hoy: string): string[] {
  return hasta !== null && hasta < hoy ? ['El último día de la pausa no puede ser anterior a hoy.'] : []
}

/** How a term that ends on a day stands now; one that does not run yet has no end. */
export function plazoCaptura(
  ultimoDia: string | null,
  at: { zona: string; ahora: Temporal.Instant },
): { venceEn: string | null; vencida: boolean } {
  if (ultimoDia === null) return { venceEn: null, vencida: false }
  return { venceEn: endOfDay(ultimoDia, at.zona).toString(), vencida: terminoElDia(ultimoDia, at) }
}

/** Full years on a day, which is not before the birth. Read off the ISO texts: a whole register is asked at once. */
export function edadEn(fechaNacimiento: string, day: Temporal.PlainDate | string): number {
  const on = day.toString()
  const years = Number(on.slice(0, 4)) - Number(fechaNacimiento.slice(0, 4))
  return on.slice(5) < fechaNacimiento.slice(5) ? years - 1 : years
}
