import type { EntityManager } from 'typeorm'
import type { EstatusCandidatura, EstatusCaptura } from '@conoceles/domain'

/** What the rules of captura need to know of a candidatura, locked for the act that reads it. */
export interface CapturaRow {
  id: string
  version: number
  responsableId: string
  estatus: EstatusCandidatura
  estatusCaptura: EstatusCaptura
  seccionesCompletas: number
  /** Last day of the term; null until it runs. */
  capturaVence: string | null
  cierreCaptura: string
  zona: string
  capturadaEn: Date | null
}

const SELECT = `select c.id, c.version, c.responsable_id as "responsableId", c.estatus, c.estatus_captura as "estatusCaptura",
    c.secciones_completas as "seccionesCompletas", c.captura_vence::text as "capturaVence",
    g.cierre_captura::text as "cierreCaptura", p.zona, c.capturada_en as "capturadaEn"
  from captura.candidatura c
  join captura.postulacion po on po.id = c.postulacion_id
  join captura.contienda k on k.id = po.contienda_id
  join captura.cargo g on g.id = k.cargo_id
  join captura.proceso p on p.id = c.proceso_id
  where c.id = $1`

/** Null when it does not exist or is somebody else's: the caller cannot tell, and neither can the answer. */
export async function findCaptura(tx: EntityManager, id: string, mode: 'read' | 'lock'): Promise<CapturaRow | null> {
  const [row] = (await tx.query(mode === 'lock' ? `${SELECT} for update of c` : SELECT, [id])) as CapturaRow[]
  return row ?? null
}
