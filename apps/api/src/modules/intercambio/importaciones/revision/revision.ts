import type { EntityManager } from 'typeorm'
import {
  COLUMNAS_IMPORTACION,
  createRevision,
  indexCatalogo,
  leerFilaLista,
  type AsignacionColumnas,
  type CandidaturaActual,
  type CatalogoImportacion,
  type ErrorFila,
  type FilaLeida,
  type FilaPropuesta,
  type IndiceImportacion,
} from '@conoceles/domain'
import { readCatalogo, readExistentes } from './catalogo.queries.ts'
import type { Contexto } from './contexto.ts'
import { walkFilas, type Guardada } from '../filas.queries.ts'
import type { Formato, LibroLeido } from '../formato.ts'
import type { Importacion } from '../importacion.entity.ts'
import { leerHojas, toCeldas } from './leer.ts'

/** How a step reaches the database: each query on its own, or all of them in the one transaction that writes. */
export type InTx = <T>(work: (tx: EntityManager) => Promise<T>) => Promise<T>

export interface Lote {
  propuestas: FilaPropuesta[]
  /** Verdicts shown before for the same rows, if they were reviewed. */
  guardadas: Map<number, Guardada>
  actuales: ReadonlyMap<string, CandidaturaActual>
}

/** The judgement of a whole list, a batch at a time. */
export interface Juicio {
  indice: IndiceImportacion
  /** Null for a list. */
  libro: LibroLeido | null
  formato: Formato | null
  /** A stored row, understood. */
  read(guardada: Pick<Guardada, 'fila' | 'celdas' | 'correcciones'>): FilaLeida
  lotes(): AsyncGenerator<Lote>
  /** After the last batch: rows to refuse after all. */
  cerrar(): Map<number, ErrorFila[]>
}

/** Rows of a batch: few enough that its garbage is swept at once, instead of piling up until the next full collection. */
export const BATCH = 250

export async function juzgar(contexto: Contexto, row: Importacion, inTx: InTx): Promise<Juicio> {
  const formato = contexto.formatos.find(({ clave }) => clave === row.formato) ?? null
  const hojas = formato ? await leerHojas(contexto, row) : []
  const libro = formato ? await inTx((tx) => formato.leer(tx, hojas, row.tratamiento)) : null
  const indice = await inTx((tx) => readIndice(contexto, tx, libro))
  const revision = createRevision(indice)
  const read = readerOf(row, { libro, indice })
  return {
    indice,
    libro,
    formato,
    read,
    cerrar: () => revision.cerrar(),
    async *lotes() {
      for await (const guardadas of walkFilas(inTx, { id: row.id, size: BATCH })) {
        const leidas = guardadas.map(read)
        const named = leidas.flatMap(({ candidatura }) => candidatura ?? [])
        const existentes = await inTx((tx) => readExistentes(tx, row.procesoId, named))
        yield {
          propuestas: revision.juzgar(leidas, existentes),
          guardadas: new Map(guardadas.map((guardada) => [guardada.fila, guardada])),
          actuales: existentes.actuales,
        }
      }
    },
  }
}

/** How a stored row is understood, by the format of its file. */
function readerOf(
  { asignacion, fijos, valores, tratamiento }: Importacion,
  { libro, indice }: { libro: LibroLeido | null; indice: IndiceImportacion },
): Juicio['read'] {
  if (libro) {
    const filas = new Map(libro.filas.map((leida) => [leida.fila, leida]))
    return ({ fila }) => {
      const leida = filas.get(fila)
      if (!leida) throw new Error('the workbook has other rows than when it was read first')
      return leida
    }
  }
  const told: AsignacionColumnas = { ...fijos, ...asignacion }
  const ausentes = COLUMNAS_IMPORTACION.filter((columna) => told[columna] === undefined)
  return ({ fila, celdas, correcciones }) =>
    leerFilaLista({ fila, celdas: { ...toCeldas(celdas), ...correcciones } }, indice, {
      ausentes: ausentes.filter((columna) => correcciones[columna] === undefined),
      tratamiento,
      valores,
    })
}

export async function readIndice(contexto: Contexto, tx: EntityManager, libro: LibroLeido | null): Promise<IndiceImportacion> {
  return indexCatalogo(await readCatalogoWith(contexto, tx, libro))
}

/** The present catalogues, with the additions of a workbook. */
async function readCatalogoWith({ deps, procesos }: Contexto, tx: EntityManager, libro: LibroLeido | null): Promise<CatalogoImportacion> {
  const { catalogos, jornada } = await procesos.proceso(tx)
  const grupos = catalogos.grupos.map(({ clave, nombre }) => ({ clave, nombre }))
  const { primeraEleccion = [] } = catalogos
  const catalogo = await readCatalogo(tx, { grupos, primeraEleccion, jornada, hoy: deps.clock.today().toString() })
  if (!libro) return catalogo
  const { cargos, contiendas, actores } = libro.catalogo
  return {
    ...catalogo,
    cargos: [...catalogo.cargos, ...cargos],
    contiendas: [...catalogo.contiendas, ...contiendas],
    actores: [...catalogo.actores, ...actores],
  }
}
