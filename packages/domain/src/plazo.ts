import { Temporal } from 'temporal-polyfill'

/**
 * End of the term of captura: calendar days counted from the day after the account was delivered, to 23:59:59 local.
 * Source: lineamientos.md §5 and §12 (start and day kind por confirmar; therefore data of the pack).
 */
export function vencimientoCaptura(term: { cuentaEntregada: string; diasCaptura: number; zona: string }): Temporal.Instant {
  return endOfDay(Temporal.PlainDate.from(term.cuentaEntregada).add({ days: term.diasCaptura }), term.zona)
}

/** Last instant of a legal day in a zone: 23:59:59. */
export function endOfDay(day: Temporal.PlainDate | string, zona: string): Temporal.Instant {
  return Temporal.PlainDate.from(day).toZonedDateTime({ timeZone: zona, plainTime: '23:59:59' }).toInstant()
}

/** Full years on a day. */
export function edadEn(fechaNacimiento: string, day: Temporal.PlainDate): number {
  return Temporal.PlainDate.from(fechaNacimiento).until(day, { largestUnit: 'years' }).years
}
