import type { EntityManager } from 'typeorm'
import type { OrdenRevision } from '@conoceles/domain'
import { binaryRecurso, jsonRecurso, type Recurso } from './recursos.queries.ts'

/** The corte that is being made. */
export interface CorteEnCurso {
  procesoId: string
  hoy: string
  numero: number
  en: string
  orden: OrdenRevision
  /** Whether anything that is counted of the public list changed with it. */
  cambio: boolean
}

/** One more public answer: a JSON body, without number of corte nor salt, or ready-made bytes. */
export type Aporte = { ruta: string; body: object } | { ruta: string; medio: string; contenido: Buffer }

/** What a higher module adds to each corte, through the same door. */
export interface Aportador {
  /** Whether its own calendar calls for a corte today, although no act did. */
  toca(tx: EntityManager, at: { procesoId: string; hoy: string }): Promise<boolean>
  /** Called when the public list of this corte is written. What it does not name stays public as it is. */
  aportes(tx: EntityManager, corte: CorteEnCurso): Promise<Aporte[]>
}

export async function buildAportes(tx: EntityManager, aportadores: readonly Aportador[], corte: CorteEnCurso): Promise<Recurso[]> {
  const { numero, en } = corte
  const all: Recurso[] = []
  for (const aportador of aportadores) {
    for (const aporte of await aportador.aportes(tx, corte)) {
      all.push(
        'body' in aporte
          ? jsonRecurso(aporte.ruta, aporte.body, { numero, en })
          : binaryRecurso(aporte.ruta, aporte.medio, aporte.contenido),
      )
    }
  }
  return all
}

export async function tocaAAlguien(
  tx: EntityManager,
  aportadores: readonly Aportador[],
  at: { procesoId: string; hoy: string },
): Promise<boolean> {
  for (const aportador of aportadores) if (await aportador.toca(tx, at)) return true
  return false
}
