import type { EntityManager } from 'typeorm'
import type { Calidad, EstatusCandidatura, TipoCambio } from '@conoceles/domain'
import type { Diferencia } from '../cambios/cambio.entity.ts'
import { readRows } from '../../../database/rows.ts'
import { AL_ALCANCE, NOMBRE_VISTO, QUIEN } from './lugares.queries.ts'

export interface MiembroRow {
  id: string
  nombre: string
  alAlcance: boolean
  calidad: Calidad
  estatus: EstatusCandidatura
  conSuplente: boolean
  titulo: string
  acuerdo: { id: string; numero: string; fecha: string }
}

const FORMULA = `captura.candidatura me cross join lateral captura.lugares_de(me.postulacion_id) c`
const OF_FORMULA = 'me.id = $1 and c.numero = me.numero'

/** Everybody who stands or stood in the fórmula. */
export async function listMiembros(tx: EntityManager, id: string): Promise<MiembroRow[]> {
  return readRows<MiembroRow>(
    tx,
    `select c.id, ${NOMBRE_VISTO} as nombre, ${AL_ALCANCE} as "alAlcance", c.calidad, c.estatus, g.con_suplente as "conSuplente",
       concat('Fórmula ', c.numero, ' · ', g.nombre, ' · ', d.nombre, ' · ', a.nombre) as titulo,
       json_build_object('id', ac.id, 'numero', ac.numero, 'fecha', ac.fecha) as acuerdo
     from ${FORMULA} ${QUIEN} join captura.cargo g on g.id = me.cargo_id
     join captura.demarcacion d on d.id = me.demarcacion_id join captura.actor_politico a on a.id = me.actor_id
     join captura.acuerdo ac on ac.id = c.acuerdo_id where ${OF_FORMULA} order by c.calidad, c.orden collate "C"`,
    [id],
  )
}

export interface HechoRow {
  tipo: TipoCambio
  candidaturaId: string
  entraId: string | null
  saleId: string | null
  causa: string | null
  efectosDesde: string
  registradoEn: Date
  motivo: string | null
  diferencias: Diferencia[]
  folio: string | null
  rol: string
  acuerdo: { id: string; numero: string; fecha: string } | null
  documento: { id: string; nombre: string; bytes: number; sha256: string } | null
}

const DOCUMENTO = `(select json_build_object('id', d.id, 'nombre', d.nombre, 'bytes', d.bytes, 'sha256', d.sha256)
  from captura.documento d where d.id = m.documento_id)`

/**
 * Lists the changes of a fórmula, oldest first. Notes and papers are the institute's: the role of the parties may not even select them.
 * About a candidate of another party it only tells that she left or came back: neither the cause nor her corrected facts.
 */
export async function listHechos(tx: EntityManager, { id, interno }: { id: string; interno: boolean }): Promise<HechoRow[]> {
  return readRows<HechoRow>(
    tx,
    `select h.tipo, h.candidatura_id as "candidaturaId", h.entra_id as "entraId", h.sale_id as "saleId", m.causa, h.efectos_desde::text as "efectosDesde",
       h.registrado_en as "registradoEn", coalesce(m.diferencias, '[]') as diferencias, m.folio, h.rol,
       case when ac.id is not null then json_build_object('id', ac.id, 'numero', ac.numero, 'fecha', ac.fecha) end as acuerdo,
       ${interno ? 'm.motivo' : 'null::text'} as motivo, ${interno ? DOCUMENTO : 'null::json'} as documento
     from ${FORMULA} join captura.cambios_de(me.postulacion_id) h on h.candidatura_id = c.id
     left join captura.cambio m on m.id = h.id left join captura.acuerdo ac on ac.id = h.acuerdo_id
     where ${OF_FORMULA} and (h.tipo <> 'correccion' or m.id is not null)
     order by h.efectos_desde, h.registrado_en, h.id`,
    [id],
  )
}
