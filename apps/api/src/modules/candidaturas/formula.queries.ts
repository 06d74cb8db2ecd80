import type { EntityManager } from 'typeorm'
import type { Calidad, EstatusCandidatura, TipoCambio } from '@conoceles/domain'
import type { Diferencia } from './cambio.entity.ts'

export interface MiembroRow {
  id: string
  nombre: string
  calidad: Calidad
  estatus: EstatusCandidatura
  conSuplente: boolean
  titulo: string
  acuerdo: { id: string; numero: string; fecha: string }
}

const FORMULA = `join captura.candidatura me on me.id = $1 and c.postulacion_id = me.postulacion_id and c.numero = me.numero`

/** Everybody who stands or stood in the fórmula, as far as the reader may see them. */
export async function listMiembros(tx: EntityManager, id: string): Promise<MiembroRow[]> {
  return (await tx.query(
    `select c.id, concat_ws(' ', p.nombre, p.primer_apellido, p.segundo_apellido) as nombre, c.calidad, c.estatus, g.con_suplente as "conSuplente",
       concat('Fórmula ', c.numero, ' · ', g.nombre, ' · ', d.nombre, ' · ', a.nombre) as titulo,
       json_build_object('id', ac.id, 'numero', ac.numero, 'fecha', ac.fecha) as acuerdo
     from captura.candidatura c ${FORMULA} join captura.persona p on p.id = c.persona_id join captura.cargo g on g.id = c.cargo_id
     join captura.demarcacion d on d.id = c.demarcacion_id join captura.actor_politico a on a.id = c.actor_id
     join captura.acuerdo ac on ac.id = c.acuerdo_id order by c.calidad, c.orden`,
    [id],
  )) as MiembroRow[]
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
  folio: string
  rol: string
  acuerdo: { id: string; numero: string; fecha: string } | null
  documento: { id: string; nombre: string; bytes: number; sha256: string } | null
}

const DOCUMENTO = `(select json_build_object('id', d.id, 'nombre', d.nombre, 'bytes', d.bytes, 'sha256', d.sha256)
  from captura.documento d where d.id = m.documento_id)`

/** The changes of a fórmula, oldest first. Notes and papers are the institute's: the role of the parties may not even ask for those. */
export async function listHechos(tx: EntityManager, { id, interno }: { id: string; interno: boolean }): Promise<HechoRow[]> {
  return (await tx.query(
    `select m.tipo, m.candidatura_id as "candidaturaId", m.entra_id as "entraId", m.sale_id as "saleId", m.causa, m.efectos_desde::text as "efectosDesde",
       m.registrado_en as "registradoEn", m.diferencias, m.folio, m.rol,
       case when ac.id is not null then json_build_object('id', ac.id, 'numero', ac.numero, 'fecha', ac.fecha) end as acuerdo,
       ${interno ? 'm.motivo' : 'null::text'} as motivo, ${interno ? DOCUMENTO : 'null::json'} as documento
     from captura.candidatura c ${FORMULA} join captura.cambio m on m.candidatura_id = c.id
     left join captura.acuerdo ac on ac.id = m.acuerdo_id
     order by m.efectos_desde, m.registrado_en, m.id`,
    [id],
  )) as HechoRow[]
}
