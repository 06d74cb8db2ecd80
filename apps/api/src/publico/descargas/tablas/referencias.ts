import type { Referencia } from './tabla.ts'

const llaveDe = (archivo: string): Referencia => ({ archivo, columna: 'clave' })

export const LUGARES = llaveDe('lugares.csv')
export const CARGOS = llaveDe('cargos.csv')
export const ACTORES = llaveDe('actores.csv')
export const CONTIENDAS = llaveDe('contiendas.csv')
