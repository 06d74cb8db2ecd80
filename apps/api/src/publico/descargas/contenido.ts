import { DATOS, type Archivo } from './archivos.ts'
import type { Sitio } from './fuente.ts'
import { tablaCandidaturas } from './tabla-candidaturas.ts'
import { TABLA_DICCIONARIO } from './tabla-diccionario.ts'
import { columnasIne } from './tabla-ine.ts'
import type { Tabla } from './tabla.ts'
import { TABLA_ACTORES, TABLA_CONTIENDAS, TABLA_ESTADISTICAS } from './tablas-sitio.ts'

/** A workbook of more rows takes the memory of a whole machine. */
const LIBRO_MAXIMO = 20_000

/** The files that are data, as far as a corte of so many candidaturas has them. */
export function datosDe(cuantas: number): Archivo[] {
  return DATOS.filter(({ archivo }) => archivo !== 'candidaturas.xlsx' || cuantas <= LIBRO_MAXIMO)
}

export function tablasDe(sitio: Sitio): Tabla<never>[] {
  const tablas = [tablaCandidaturas(sitio), columnasIne(sitio).tabla, TABLA_CONTIENDAS, TABLA_ACTORES, TABLA_ESTADISTICAS]
  return [...tablas, TABLA_DICCIONARIO] as Tabla<never>[]
}
