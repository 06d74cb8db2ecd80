import type { EntityManager } from 'typeorm'
import type { Calidad, EstatusCandidatura, Sexo, TipoCambio } from '@conoceles/domain'
import { COLUMNS, FROM, type CandidaturaRow } from './candidaturas.row.ts'
import { AL_ALCANCE, NOMBRE_VISTO, QUIEN } from './lugares.queries.ts'
import { readRows } from '../../../database/rows.ts'

export interface CandidaturaDetailRow extends CandidaturaRow {
  postulacionId: string
  personaId: string
  personaNombre: string
  primerApellido: string | null
  segundoApellido: string | null
  sexo: Sexo
  fechaNacimiento: string | null
  edadDeclarada: number | null
  accionAfirmativa: string | null
  eleccionConsecutiva: boolean
  capturadaEn: Date | null
  verificadaEn: Date | null
  terminadaEn: Date | null
  terminadaFolio: string | null
  publicada: boolean
  publicaDesde: string
  entregadaEn: Date | null
  recibe: string | null
  folioEntrega: string | null
}

export async function findCandidatura(tx: EntityManager, id: string): Promise<CandidaturaDetailRow | null> {
  const [row] = await readRows<CandidaturaDetailRow>(
    tx,
    `select ${COLUMNS}, c.postulacion_id as "postulacionId", p.id as "personaId", p.nombre as "personaNombre", p.primer_apellido as "primerApellido",
       p.segundo_apellido as "segundoApellido", p.sexo, p.fecha_nacimiento::text as "fechaNacimiento", p.edad_declarada as "edadDeclarada",
       c.accion_afirmativa as "accionAfirmativa", c.eleccion_consecutiva as "eleccionConsecutiva", c.capturada_en as "capturadaEn",
       c.verificada_en as "verificadaEn", c.terminada_en as "terminadaEn", c.terminada_folio as "terminadaFolio", e.entregada_en as "entregadaEn", e.recibe, e.folio as "folioEntrega",
       exists (select 1 from publico.candidatura pc where pc.id = c.id) as publicada,
       (select g.inicio_publicacion::text from captura.cargo g where g.id = c.cargo_id) as "publicaDesde"
     ${FROM} left join captura.entrega e on e.id = c.entrega_id where c.id = $1`,
    [id],
  )
  return row ?? null
}

export interface MiembroPlanillaRow {
  id: string
  nombre: string
  alAlcance: boolean
  cargoNombre: string
  calidad: Calidad
  numero: number
  estatus: EstatusCandidatura
  enFormula: boolean
}

/** Planilla or list: candidaturas of the same actor político for this contienda, and for those that go with it in one planilla. */
export async function findPlanilla(tx: EntityManager, id: string): Promise<MiembroPlanillaRow[]> {
  return readRows<MiembroPlanillaRow>(
    tx,
    `select c.id, ${NOMBRE_VISTO} as nombre, ${AL_ALCANCE} as "alAlcance", g.nombre as "cargoNombre", c.calidad, c.numero, c.estatus,
       c.postulacion_id = me.postulacion_id and c.numero = me.numero as "enFormula"
     from captura.candidatura me join captura.cargo mg on mg.id = me.cargo_id
     join captura.contienda k on k.demarcacion_id = me.demarcacion_id
     join captura.cargo g on g.id = k.cargo_id and (g.id = mg.id or g.planilla = mg.planilla)
     join captura.postulacion po on po.contienda_id = k.id and po.actor_id = me.actor_id
     cross join lateral captura.lugares_de(po.id) c ${QUIEN}
     where me.id = $1 order by c.orden collate "C"`,
    [id],
  )
}

export interface SalidaRow {
  tipo: TipoCambio
  causa: string | null
  efectosDesde: string
  acuerdo: { id: string; numero: string; fecha: string } | null
  entra: { id: string; nombre: string; alAlcance: boolean } | null
}

/** The act by which it left its place, and its successor there. */
export async function findSalida(tx: EntityManager, id: string): Promise<SalidaRow | null> {
  const [row] = await readRows<SalidaRow>(
    tx,
    `select m.tipo, propio.causa, m.efectos_desde::text as "efectosDesde",
       case when ac.id is not null then json_build_object('id', ac.id, 'numero', ac.numero, 'fecha', ac.fecha) end as acuerdo,
       case when c.id is not null then json_build_object('id', c.id, 'nombre', ${NOMBRE_VISTO}, 'alAlcance', ${AL_ALCANCE}) end as entra
     from captura.candidatura me
     join captura.cambios_de(me.postulacion_id) m
       on m.sale_id = me.id or (m.candidatura_id = me.id and m.tipo in ('sustitucion', 'cancelacion'))
     left join captura.cambio propio on propio.id = m.id left join captura.acuerdo ac on ac.id = m.acuerdo_id
     left join captura.lugares_de(me.postulacion_id) c on c.id = case when m.tipo = 'restitucion' then m.candidatura_id else m.entra_id end
     ${QUIEN}
     where me.id = $1 and me.estatus <> 'aprobada' order by m.registrado_en desc limit 1`,
    [id],
  )
  return row ?? null
}

export interface HistorialRow {
  acto: string
  cuando: Date
  rol: string | null
  /** Clave of the cause of a change or of the ground of an observación. */
  clave: string | null
  /** Text of the observación, the answer or the reason. */
  texto: string | null
}

const PARTICIPIO = `case m.tipo when 'sustitucion' then 'sustituida' when 'cancelacion' then 'cancelada' when 'correccion' then 'corregida' else 'restituida' end`

/** Rounds of observaciones, corrections asked for, and pauses; one that ended with its day ended at the first instant of the next. */
const REVISION = `select case when ob.ronda = 1 then 'observada' else 'observada_de_nuevo' end as acto, ob.creada_en as cuando, 'verificacion' as rol,
       ob.supuesto as clave, null as texto from captura.observacion ob where ob.candidatura_id = $1
     union all
     select 'respondida', r.creada_en, r.rol, null, r.texto from captura.respuesta_observacion r where r.candidatura_id = $1
     union all
     select 'observacion_' || ob.desenlace, ob.cerrada_en, 'verificacion', ob.supuesto, ob.nota from captura.observacion ob
       where ob.candidatura_id = $1 and ob.desenlace in ('atendida', 'retirada')
     union all
     select 'correccion_solicitada', s.creada_en, s.rol, null, s.razon from captura.solicitud_correccion s where s.candidatura_id = $1
     union all
     select case when s.aceptada then 'correccion_aceptada' else 'correccion_rechazada' end, s.resuelta_en, 'verificacion', null, s.resolucion
       from captura.solicitud_correccion s where s.candidatura_id = $1 and s.resuelta_en is not null
     union all
     select 'pausada', pa.creada_en, 'verificacion', pa.supuesto, null from captura.pausa pa where pa.candidatura_id = $1
     union all
     select 'reanudada', pa.terminada_en, 'verificacion', null, pa.termino from captura.pausa pa where pa.candidatura_id = $1 and pa.terminada_en is not null
     union all
     select 'reanudada', fin.en, null, null, null from captura.pausa pa join captura.proceso pr on true
       cross join lateral (select (pa.hasta + 1)::timestamp at time zone pr.zona as en) fin
       where pa.candidatura_id = $1 and pa.terminada_en is null and fin.en <= $2`

/** Lists observaciones, changes and the delivery of its account; row-level security hides those that the reader may not see. */
export async function listHistorial(tx: EntityManager, id: string, ahora: Date): Promise<HistorialRow[]> {
  return readRows<HistorialRow>(
    tx,
    `${REVISION}
     union all
     select ${PARTICIPIO}, m.registrado_en, m.rol, m.causa, null from captura.cambio m where m.candidatura_id = $1
     union all
     select 'sustituye', m.registrado_en, m.rol, propio.causa, null from captura.candidatura me
       join captura.cambios_de(me.postulacion_id) m on m.entra_id = me.id left join captura.cambio propio on propio.id = m.id where me.id = $1
     union all
     select 'desplazada', m.registrado_en, m.rol, propio.causa, null from captura.candidatura me
       join captura.cambios_de(me.postulacion_id) m on m.sale_id = me.id left join captura.cambio propio on propio.id = m.id where me.id = $1
     union all
     select 'entregada', e.entregada_en, 'secretaria', null, null from captura.candidatura c join captura.entrega e on e.id = c.entrega_id where c.id = $1`,
    [id, ahora],
  )
}
