const MONTHS = 'enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre'.split(' ')

/** "29 de mayo de 2024". Read off the ISO text: a whole programme is told at once. */
export function longDate(day: string): string {
  return `${Number(day.slice(8, 10))} de ${MONTHS[Number(day.slice(5, 7)) - 1]} de ${day.slice(0, 4)}`
}

/** "mayo" of 5. */
export function nombreDeMes(mes: number): string {
  return MONTHS[mes - 1] ?? ''
}
