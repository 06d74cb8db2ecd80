import type { EntityManager } from 'typeorm'
import { Observacion } from './observacion.entity.ts'
import { Pausa } from '../secciones/pausa.entity.ts'
import { RespuestaObservacion } from './respuesta-observacion.entity.ts'
import { SolicitudCorreccion } from '../secciones/solicitud-correccion.entity.ts'

/** All that was said about the sections of a captura, oldest first. */
export interface Historia {
  observaciones: Observacion[]
  respuestas: RespuestaObservacion[]
  solicitudes: SolicitudCorreccion[]
  pausas: Pausa[]
}

export const NOTHING_SAID: Historia = { observaciones: [], respuestas: [], solicitudes: [], pausas: [] }

export async function readHistoria(tx: EntityManager, candidaturaId: string): Promise<Historia> {
  const of = { where: { candidaturaId }, order: { creadaEn: 'ASC', id: 'ASC' } } as const
  return {
    observaciones: await tx.find(Observacion, of),
    respuestas: await tx.find(RespuestaObservacion, of),
    solicitudes: await tx.find(SolicitudCorreccion, of),
    pausas: await tx.find(Pausa, of),
  }
}
