import type { EntityManager } from 'typeorm'
import { prepared } from '../../../database/statements.ts'
import { readRows } from '../../../database/rows.ts'

/** Open observación, correction or pause over a section of a captura. */
export interface Encima {
  id: string
  clase: 'observacion' | 'correccion' | 'pausa'
  cuestionario: 'curricular' | 'identidad'
  seccion: string
  /** Account that wrote the observación. */
  creadaPor: string
  /** Whether an observación has an answer in words. */
  respondida: boolean
  ronda: number
  /** Whether a correction was accepted. */
  aceptada: boolean
}

const SQL = prepared(
  'encima',
  `select o.id, 'observacion' as clase, o.cuestionario, o.seccion, o.creada_por as "creadaPor", o.ronda, false as aceptada,
    exists (select 1 from captura.respuesta_observacion r where r.observacion_id = o.id) as respondida
  from captura.observacion o where o.candidatura_id = $1 and o.cerrada_en is null
  union all
  select s.id, 'correccion', s.cuestionario, s.seccion, s.creada_por, 0, coalesce(s.aceptada, false), false
  from captura.solicitud_correccion s where s.candidatura_id = $1 and s.atendida_en is null and s.aceptada is not false
  union all
  select p.id, 'pausa', p.cuestionario, p.seccion, p.creada_por, 0, false, false
  from captura.pausa p where p.candidatura_id = $1 and p.terminada_en is null and (p.hasta is null or p.hasta >= $2::date)`,
)

/** Open observaciones, corrections that wait or are being made, and pauses in force on a day of the law. */
export async function readEncima(tx: EntityManager, candidaturaId: string, hoy: string): Promise<Encima[]> {
  return readRows<Encima>(tx, SQL, [candidaturaId, hoy])
}
