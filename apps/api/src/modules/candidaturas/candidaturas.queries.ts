import type { EntityManager } from 'typeorm'
import type { EstatusCandidatura, EstatusCaptura, Calidad } from '@conoceles/domain'

export interface CandidaturasFilter {
  q: string | null
  cargo: string | null
  distrito: string | null
  municipio: string | null
  actor: string | null
  estatusCaptura: EstatusCaptura | null
  /** By ballot, or by what has waited longest since it was validated. */
  orden: 'boleta' | 'validada'
  /** Position of the last row of the page before. */
  despues: string | null
  limite: number
}

export interface CandidaturaRow {
  id: string
  clave: string
  nombre: string
  cargo: string
  cargoNombre: string
  lugar: string
  actorClave: string
  actorNombre: string
  partidoClave: string | null
  partidoNombre: string | null
  calidad: Calidad
  numero: number
  estatus: EstatusCandidatura
  estatusCaptura: EstatusCaptura
  seccionesCompletas: number
  cuentaEntregada: string
  diasCaptura: number
  validadaEn: Date | null
}

const FROM = `from captura.candidatura c
  join captura.persona p on p.id = c.persona_id
  join captura.postulacion po on po.id = c.postulacion_id
  join captura.contienda k on k.id = po.contienda_id
  join captura.cargo g on g.id = k.cargo_id
  join captura.demarcacion d on d.id = k.demarcacion_id
  join captura.actor_politico a on a.id = po.actor_id
  left join captura.actor_politico o on o.id = c.partido_origen_id`

/** Order of the ballots, then of the list; unique, so that a page never repeats nor skips a row. */
const POSITION = `(lpad(g.orden::text, 3, '0') || d.clave || lpad(po.orden::text, 3, '0') || lpad(c.numero::text, 4, '0') || c.calidad || c.id) collate "C"`

const NAME = `concat_ws(' ', p.nombre, p.primer_apellido, p.segundo_apellido)`
const PLAIN = `translate(lower(${NAME}), 'áéíóúüñ', 'aeiouun')`

const WHERE = `where ($1::text is null or ${PLAIN} like all (select '%' || w || '%' from unnest(string_to_array($1, ' ')) w))
  and ($2::text is null or g.clave = $2)
  and ($3::text is null or (d.tipo = 'distrito' and d.clave = $3))
  and ($4::text is null or (d.tipo = 'municipio' and d.clave = $4))
  and ($5::text is null or a.clave = $5 or o.clave = $5)
  and ($6::text is null or c.estatus_captura = $6)`

const COLUMNS = `c.id, c.clave, ${NAME} as nombre, g.clave as cargo, g.nombre as "cargoNombre", d.nombre as lugar,
  a.clave as "actorClave", a.nombre as "actorNombre", o.clave as "partidoClave", o.nombre as "partidoNombre", c.calidad, c.numero,
  c.estatus, c.estatus_captura as "estatusCaptura", c.secciones_completas as "seccionesCompletas",
  c.cuenta_entregada::text as "cuentaEntregada", g.dias_captura as "diasCaptura", c.validada_en as "validadaEn"`

const POSITIONS = {
  boleta: POSITION,
  validada: `(coalesce(to_char(c.validada_en at time zone 'UTC', 'YYYYMMDDHH24MISSMS'), '') || c.id) collate "C"`,
}

export async function listCandidaturas(
  tx: EntityManager,
  filter: CandidaturasFilter,
): Promise<{ rows: (CandidaturaRow & { posicion: string })[]; total: number }> {
  const params = [plainWords(filter.q), filter.cargo, filter.distrito, filter.municipio, filter.actor, filter.estatusCaptura]
  const rows = (await tx.query(
    `select ${COLUMNS}, ${POSITIONS[filter.orden]} as posicion ${FROM} ${WHERE} and ($7::text is null or ${POSITIONS[filter.orden]} > $7) order by posicion limit $8`,
    [...params, filter.despues, filter.limite],
  )) as (CandidaturaRow & { posicion: string })[]
  const [count] = (await tx.query(`select count(*)::int as total ${FROM} ${WHERE}`, params)) as { total: number }[]
  return { rows, total: count?.total ?? 0 }
}

export interface CandidaturaDetail extends CandidaturaRow {
  version: number
  personaNombre: string
  primerApellido: string
  segundoApellido: string | null
  apodo: string | null
  sexo: string
  fechaNacimiento: string
  accionAfirmativa: string | null
  eleccionConsecutiva: boolean
  acuerdoNumero: string
  acuerdoFecha: string
  capturadaEn: Date | null
  verificadaEn: Date | null
  publicada: boolean
}

export async function findCandidatura(tx: EntityManager, id: string): Promise<CandidaturaDetail | null> {
  const [row] = (await tx.query(
    `select ${COLUMNS}, c.version, p.nombre as "personaNombre", p.primer_apellido as "primerApellido", p.segundo_apellido as "segundoApellido",
       p.apodo, p.sexo, p.fecha_nacimiento::text as "fechaNacimiento", c.accion_afirmativa as "accionAfirmativa",
       c.eleccion_consecutiva as "eleccionConsecutiva", ac.numero as "acuerdoNumero", ac.fecha::text as "acuerdoFecha",
       c.capturada_en as "capturadaEn", c.verificada_en as "verificadaEn",
       exists (select 1 from publico.candidatura pc where pc.id = c.id) as publicada
     ${FROM} join captura.acuerdo ac on ac.id = c.acuerdo_id where c.id = $1`,
    [id],
  )) as CandidaturaDetail[]
  return row ?? null
}

/** Both members of the fórmula, as far as the reader may see them. */
export async function findFormula(tx: EntityManager, id: string): Promise<{ id: string; nombre: string; calidad: Calidad }[]> {
  return (await tx.query(
    `select c.id, ${NAME} as nombre, c.calidad from captura.candidatura c join captura.persona p on p.id = c.persona_id
     join captura.candidatura me on me.id = $1 and c.postulacion_id = me.postulacion_id and c.numero = me.numero
     where c.estatus = 'aprobada' order by c.calidad`,
    [id],
  )) as { id: string; nombre: string; calidad: Calidad }[]
}

export async function countByEstatusCaptura(
  tx: EntityManager,
): Promise<{ estatusCaptura: EstatusCaptura; cuantas: number; venceEn: string | null }[]> {
  return (await tx.query(
    `select c.estatus_captura as "estatusCaptura", count(*)::int as cuantas, min(c.cuenta_entregada + g.dias_captura)::text as "venceEn"
     from captura.candidatura c join captura.postulacion po on po.id = c.postulacion_id join captura.contienda k on k.id = po.contienda_id
     join captura.cargo g on g.id = k.cargo_id where c.estatus = 'aprobada' group by 1`,
  )) as { estatusCaptura: EstatusCaptura; cuantas: number; venceEn: string | null }[]
}

/** Lower case, without accents, single blanks: as the search compares. */
export function plainWords(text: string | null): string | null {
  const plain = (text ?? '')
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[%_\\]/g, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim()
  return plain === '' ? null : plain
}
