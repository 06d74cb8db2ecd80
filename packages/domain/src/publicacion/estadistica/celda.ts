import type { Cruce } from './pack.ts'

/** Cell of those whose page says no municipio: the state and the districts. */
export const SIN_MUNICIPIO = 'sin_municipio'

/** Cell of a group that was formed by more than its row: "mujer|cargo=regiduria". */
export function celdaFina(renglon: string, valores: readonly (readonly [por: Cruce, valor: string])[]): string {
  return [renglon, ...valores.map(([por, valor]) => `${por}=${valor}`)].join('|')
}

/** Row of the table to which a cell belongs. */
export function renglonDeCelda(celda: string): string {
  return celda.split('|')[0] ?? celda
}

/** Value by which all of a group were put together; null: the group mixes several. */
export function valorDeCelda(celda: string, por: Cruce): string | null {
  const found = celda.split('|').find((part) => part.startsWith(`${por}=`))
  return found === undefined ? null : found.slice(por.length + 1)
}
