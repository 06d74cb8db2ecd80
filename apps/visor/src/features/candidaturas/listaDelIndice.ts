import type { LocationQuery } from 'vue-router'
import type { Indice, ListaDelDia, Proceso } from '../../api-types.ts'
import { toFila } from '../../shared/fila.ts'
import { leerIndice, type IndiceLeido } from '../../shared/useIndice.ts'
import { createConsulta, type Consulta } from './consulta.ts'
import type { Filtros } from './filtro.ts'
import { parseFiltros } from './filtros.ts'

/** Rows of a page. */
export const PAGE = 20

/** The first rows of a list, as a page comes with them. */
export type ListaRendida = ListaDelDia & {
  /** Absent: of the whole list. */
  filtros?: Filtros
  /** Nobody is named so; these almost. */
  parecidos?: boolean
  /** Topics that the filters offer while the index is not here; absent: none. */
  temas?: string[]
}

const consultas = new WeakMap<readonly number[], Consulta>()

/** The consulta over the rows in an order, made once. */
export function consultaBy({ filas }: Pick<IndiceLeido, 'filas'>, orden: readonly number[]): Consulta {
  const known = consultas.get(orden)
  if (known) return known
  const consulta = createConsulta(filas, orden)
  consultas.set(orden, consulta)
  return consulta
}

/** The list that an address asks for, as the device would make it of the same index. */
export function listaDelIndice(indice: Indice, proceso: Proceso, query: LocationQuery): ListaRendida {
  const filtros = parseFiltros(query)
  const leido = leerIndice(indice)
  const { filas, canceladas, parecidos } = consultaBy(leido, leido.orden).consultar(filtros, leido.buscador.buscar(filtros.q))
  const elementos = filas.slice(0, PAGE).flatMap((row) => {
    const fila = leido.filas[row]
    return fila ? [toFila(fila, proceso)] : []
  })
  const { orden, sorteo, corte, temas } = indice
  const listada = { elementos, total: filas.length, canceladas, siguiente: null, orden, sorteo, corte, filtros, parecidos }
  return { ...listada, ...(temas && { temas: temas.valores }) } as ListaRendida
}
