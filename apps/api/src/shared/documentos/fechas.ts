import { Temporal } from 'temporal-polyfill'
import { longDate } from '@conoceles/domain'

// Not Intl: its words change with the version of Node, and a document must be the same bytes anywhere.
const DIAS = ['lunes', 'martes', 'miércoles', 'jueves', 'viernes', 'sábado', 'domingo']

/** "sábado 20 de abril de 2024". */
export function diaEnPalabras(day: string): string {
  return `${DIAS[Temporal.PlainDate.from(day).dayOfWeek - 1]} ${longDate(day)}`
}

/** "sábado 20 de abril de 2024, 23:59": the end of a term as her page says it. */
export function plazoEnPalabras(day: string): string {
  return `${diaEnPalabras(day)}, 23:59`
}

/** "sábado 20 de abril de 2024, 10:00 horas". */
export function instanteEnPalabras(instant: string, zona: string): string {
  const local = Temporal.Instant.from(instant).toZonedDateTimeISO(zona)
  return `${diaEnPalabras(local.toPlainDate().toString())}, ${local.toPlainTime().toString({ smallestUnit: 'minute' })} horas`
}

/** "abril de 2024", of a month in the form `YYYY-MM`. */
export function mesEnPalabras(mes: string): string {
  return longDate(`${mes}-01`).split(' de ').slice(1).join(' de ')
}

/** "20/04/2024". */
export function diaEnCifras(day: string): string {
  return day.split('-').reverse().join('/')
}

/** "4,163 candidaturas", "1 candidatura". */
export function cuantas(number: number, [one, many]: readonly [string, string]): string {
  return `${number.toLocaleString('es-MX')} ${number === 1 ? one : many}`
}

/** "10 minutos", "2 horas y 5 minutos", "13 días y 1 hora": the two largest units that say something. */
export function retrasoEnPalabras(minutes: number): string {
  const parts = [
    cuantas(Math.floor(minutes / DAY), ['día', 'días']),
    cuantas(Math.floor((minutes % DAY) / 60), ['hora', 'horas']),
    cuantas(minutes % 60, ['minuto', 'minutos']),
  ]
  const first = parts.findIndex((part) => !part.startsWith('0 '))
  const said = first < 0 ? ['menos de un minuto'] : parts.slice(first, first + 2).filter((part) => !part.startsWith('0 '))
  return said.join(' y ')
}

const DAY = 24 * 60
