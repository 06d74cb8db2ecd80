import { Temporal } from 'temporal-polyfill'

const MONTHS = 'enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre'.split(' ')

/** "29 de mayo de 2024". */
export function longDate(day: string): string {
  const { day: d, month, year } = Temporal.PlainDate.from(day)
  return `${d} de ${MONTHS[month - 1]} de ${year}`
}
