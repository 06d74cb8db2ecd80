import type { EntityManager } from 'typeorm'
import type { OrdenRevision } from '@conoceles/domain'
import type { Publica } from './corte/lista-publica.queries.ts'
import { binaryRecurso, jsonRecurso, renewedRecurso, type Recurso } from './corte/recursos.queries.ts'
import { findAnteriores, withdrawPast, type Destino } from './corte/retiro.queries.ts'

/** The corte that is being made. */
export interface CorteEnCurso {
  procesoId: string
  hoy: string
  numero: number
  en: string
  orden: OrdenRevision
  /** Whether a record, or the regime of all of them, changed with it. */
  cambio: boolean
  /** Everybody in force on the public list, as her page tells it. */
  publicas(): readonly Publica[]
}

/** One more public answer: a JSON body, without number of corte nor salt, or ready-made bytes. */
export type Aporte = {
  ruta: string
  /** Destination of the versions before; absent: they stay public, as part of the past. */
  anteriores?: Destino
  /** Changes its hash with each corte that it is made for, so that it does not tell which record changed then, nor how. */
  renueva?: boolean
} & ({ body: object } | { medio: string; contenido: Buffer })

/** Higher module that adds answers to each corte. */
export interface Aportador {
  /** Whether its own calendar calls for a corte today, although no act did. */
  toca(tx: EntityManager, at: { procesoId: string; hoy: string }): Promise<boolean>
  /** Called when the public list of this corte is written. Answers that it does not name stay public as they are. */
  aportes(tx: EntityManager, corte: CorteEnCurso): Promise<Aporte[]>
}

export async function buildAportes(tx: EntityManager, aportadores: readonly Aportador[], corte: CorteEnCurso): Promise<Aporte[]> {
  const all: Aporte[] = []
  for (const aportador of aportadores) all.push(...(await aportador.aportes(tx, corte)))
  return all
}

export function toRecurso(aporte: Aporte, { numero, en }: Pick<CorteEnCurso, 'numero' | 'en'>): Recurso {
  if ('body' in aporte) return (aporte.renueva ? renewedRecurso : jsonRecurso)(aporte.ruta, aporte.body, { numero, en })
  return binaryRecurso(aporte.ruta, aporte.medio, aporte.contenido)
}

/** Withdraws the past of each answer as its contributor says. @returns how many past versions lost their public bytes. */
export async function withdrawAnteriores(tx: EntityManager, aportes: readonly Aporte[]): Promise<number> {
  let withdrawn = 0
  for (const destino of ['archivo', 'destruccion'] as const) {
    const rutas = aportes.filter(({ anteriores }) => anteriores === destino).map(({ ruta }) => ruta)
    withdrawn += await withdrawPast(tx, await findAnteriores(tx, rutas), destino)
  }
  return withdrawn
}

export async function tocaAAlguien(
  tx: EntityManager,
  aportadores: readonly Aportador[],
  at: { procesoId: string; hoy: string },
): Promise<boolean> {
  for (const aportador of aportadores) if (await aportador.toca(tx, at)) return true
  return false
}
