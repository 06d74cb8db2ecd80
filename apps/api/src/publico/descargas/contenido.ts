import { DATOS, type Archivo } from './archivos.ts'
import type { Sitio } from './fuente.ts'
import {
  columnasIne,
  type Tabla,
  TABLA_ACTORES,
  TABLA_CARGOS,
  TABLA_CATALOGOS,
  TABLA_CONTIENDAS,
  TABLA_DICCIONARIO,
  TABLA_ESTADISTICAS,
  TABLA_LUGARES,
  TABLA_SECCIONES,
  tablaCandidaturas,
} from './tablas/index.ts'

/** A workbook of more rows takes the memory of a whole machine. */
const LIBRO_MAXIMO = 20_000

/** The files that are data, as far as a corte of so many candidaturas has them. */
export function datosDe(cuantas: number): Archivo[] {
  return DATOS.filter(({ archivo }) => archivo !== 'candidaturas.xlsx' || cuantas <= LIBRO_MAXIMO)
}

export function tablasDe(sitio: Sitio): Tabla<never>[] {
  const tablas = [tablaCandidaturas(sitio), columnasIne(sitio).tabla, TABLA_CONTIENDAS, TABLA_ACTORES, TABLA_ESTADISTICAS]
  return [...tablas, TABLA_CARGOS, TABLA_LUGARES, TABLA_SECCIONES, TABLA_CATALOGOS, TABLA_DICCIONARIO] as Tabla<never>[]
}
