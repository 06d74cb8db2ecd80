import type { Calidad, EstatusCandidatura, EstatusCaptura } from '@conoceles/domain'

/** A candidatura as lists show it. */
export interface CandidaturaRow {
  id: string
  clave: string
  nombre: string
  apodo: string | null
  cargo: string
  cargoNombre: string
  lugar: string
  actorClave: string
  actorNombre: string
  partidoClave: string | null
  partidoNombre: string | null
  calidad: Calidad
  numero: number
  folio: number
  version: number
  acuerdoId: string
  acuerdoNumero: string
  acuerdoFecha: string
  estatus: EstatusCandidatura
  estatusCaptura: EstatusCaptura
  seccionesCompletas: number
  /** Last day of the term; null until it runs. */
  capturaVence: string | null
  validadaEn: Date | null
  /** Whether she is not asked the identity cuestionario, because she refused it. */
  exenta: boolean
}

export const NAME = `concat_ws(' ', p.nombre, p.primer_apellido, p.segundo_apellido)`

export const COLUMNS = `c.id, c.clave, ${NAME} as nombre, p.apodo, g.clave as cargo, g.nombre as "cargoNombre", d.nombre as lugar,
  a.clave as "actorClave", a.nombre as "actorNombre", o.clave as "partidoClave", o.nombre as "partidoNombre", c.calidad, c.numero,
  c.folio_formula as folio, c.version, c.acuerdo_id as "acuerdoId", u.numero as "acuerdoNumero", u.fecha::text as "acuerdoFecha", c.estatus,
  c.estatus_captura as "estatusCaptura", c.secciones_completas as "seccionesCompletas", c.captura_vence::text as "capturaVence",
  c.validada_en as "validadaEn", captura.exenta(c.id) as exenta`

/** Joins that `COLUMNS` needs beside a candidatura `c`. */
export const JOINS = `join captura.persona p on p.id = c.persona_id
  join captura.cargo g on g.id = c.cargo_id
  join captura.demarcacion d on d.id = c.demarcacion_id
  join captura.actor_politico a on a.id = c.actor_id
  join captura.acuerdo u on u.id = c.acuerdo_id
  left join captura.actor_politico o on o.id = c.partido_origen_id`

export const FROM = `from captura.candidatura c ${JOINS}`
