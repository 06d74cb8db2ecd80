import type { LocationQuery } from 'vue-router'
import type { Indice, ListaDelDia, Proceso } from '../../api-types.ts'
import { toFila } from '../../shared/lista/fila.ts'
import { leerIndice, type IndiceLeido } from '../../shared/lista/useIndice.ts'
import { createConsulta, type Consulta } from './consulta.ts'
import type { Filtros } from './filtro.ts'
import { parseFiltros } from './filtros.ts'
import { catalogoOf } from './opciones.ts'
import type { meantBy, SugerenciaContada } from './useSugerencias.ts'

/** Rows of a page. */
export const PAGE = 20

/** The first rows of a list, as a page comes with them. */
export type ListaRendida = ListaDelDia & {
  /** Absent: of the whole list. */
  filtros?: Filtros
  /** True if no name matches exactly and these almost do. */
  parecidos?: boolean
  /** Topics that the filters offer while the index is not here; absent: none. */
  temas?: string[]
  /** Other meanings of its words. */
  sugerencias?: SugerenciaContada[]
}

interface Asked {
  indice: Indice
  proceso: Proceso
  query: LocationQuery
  /** Finds other meanings of the words; given, because the browser does without it until somebody searches. */
  meant: (said: Parameters<typeof meantBy>[1]) => SugerenciaContada[]
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
export function listaDelIndice({ indice, proceso, query, meant }: Asked): ListaRendida {
  const filtros = parseFiltros(query)
  const leido = leerIndice(indice)
  const consulta = consultaBy(leido, leido.orden)
  const { filas, canceladas, parecidos } = consulta.consultar(filtros, leido.buscador.buscar(filtros.q))
  const contar = (asked: Filtros) => consulta.consultar(asked, null).filas.length
  const sugerencias = meant({ filtros, catalogo: catalogoOf(proceso, indice), contar, porEntero: filas.length > 0 && !parecidos })
  const elementos = filas.slice(0, PAGE).flatMap((row) => {
    const fila = leido.filas[row]
    return fila ? [toFila(fila, proceso)] : []
  })
  const { orden, sorteo, corte, temas } = indice
  const listada = { elementos, total: filas.length, canceladas, siguiente: null, orden, sorteo, corte, filtros, parecidos, sugerencias }
  return { ...listada, ...(temas && { temas: temas.valores }) } as ListaRendida
}
