import type { EntityManager } from 'typeorm'
import type { Calidad, ConsentimientoConElecciones, EstatusCandidatura, EstatusCaptura, Sexo, TipoDemarcacion } from '@conoceles/domain'
import { readRows } from '../../../database/rows.ts'

export interface ClaveNombre {
  clave: string
  nombre: string
}

export interface SeccionSource {
  tipo: 'curricular' | 'identidad'
  /** Versions of the cuestionario: the one under which it is asked, and those of the validated and the verified answers. */
  cuestionario: string
  validadasBajo: string
  verificadasBajo: string
  clave: string
  estatus: string
  validadas: Record<string, unknown> | null
  versionValidada: number | null
  verificadas: Record<string, unknown> | null
  versionVerificada: number | null
  verificadaEn: string | null
  observada: boolean
  pausa: { supuesto: string; hasta: string | null } | null
}

export interface SalidaSource {
  /** Clave of the catalogue: only some may be told. */
  causa: string | null
  desde: string
  acuerdo: { numero: string; fecha: string } | null
  entra: { id: string; nombre: string } | null
}

/** Everything that the door looks at for one candidatura, private data included: only the document built from it may leave. */
export interface CandidaturaSource {
  id: string
  estatus: EstatusCandidatura
  estatusCaptura: EstatusCaptura
  calidad: Calidad
  numero: number
  accionAfirmativa: string | null
  eleccionConsecutiva: boolean
  capturadaEn: string | null
  validadaEn: string | null
  verificadaEn: string | null
  nombre: string
  apodo: string | null
  sexo: Sexo
  fechaNacimiento: string | null
  edadDeclarada: number | null
  cargo: string
  cargoNombre: string
  contienda: string
  demarcacionTipo: TipoDemarcacion
  demarcacionClave: string
  /** Clave of the municipio that a comunidad lies in. */
  pertenece: string | null
  lugar: string
  actor: ClaveNombre & { tipo: string; color: string | null; nota: string | null }
  integrantes: ClaveNombre[]
  partidoOrigen: ClaveNombre | null
  /** A substituted candidate left it to her successor. */
  formula: { id: string; nombre: string; calidad: Calidad; estatus: string }[]
  /** The other cargos of the same planilla. */
  planilla: { id: string; nombre: string; cargo: string; cargoNombre: string; calidad: Calidad; numero: number; estatus: string }[]
  /** The last act by which the candidatura left its place; null for a holder, and when nobody registered the act. */
  salida: SalidaSource | null
  sustituyeA: { id: string; nombre: string; desde: string } | null
  /** For a candidate who left: her newest published place among those that she holds; null for a holder. */
  otroLugar: { id: string; cargo: string; cargoNombre: string; lugar: string; calidad: Calidad } | null
  fotografia: { sha256: string; textoAlternativo: string; tomadaEn: string; validada: boolean; verificada: boolean } | null
  /** Newest first. */
  consentimientos: (ConsentimientoConElecciones & { aviso: string })[]
  secciones: SeccionSource[]
  orden: string
}

const nameOf = (persona: string) => `concat_ws(' ', ${persona}.nombre, ${persona}.primer_apellido, ${persona}.segundo_apellido)`

const FORMULA = `(select coalesce(json_agg(json_build_object('id', fc.id, 'nombre', ${nameOf('fp')}, 'calidad', fc.calidad, 'estatus', fc.estatus)
      order by fc.calidad), '[]')
    from captura.candidatura fc join captura.persona fp on fp.id = fc.persona_id
    where fc.postulacion_id = c.postulacion_id and fc.numero = c.numero and fc.estatus <> 'sustituida')`

/** Only where the cargo has a planilla, so that no list of a whole entidad is gone through for nothing. */
const PLANILLA = `case when g.planilla is null then '[]' else (
    select coalesce(json_agg(json_build_object('id', pc.id, 'nombre', ${nameOf('pp')}, 'cargo', pg.clave, 'cargoNombre', pg.nombre,
      'calidad', pc.calidad,
      'numero', pc.numero, 'estatus', pc.estatus) order by pc.orden), '[]')
    from captura.candidatura pc join captura.cargo pg on pg.id = pc.cargo_id join captura.persona pp on pp.id = pc.persona_id
    where pc.proceso_id = c.proceso_id and pc.demarcacion_id = c.demarcacion_id and pc.actor_id = c.actor_id and pc.estatus <> 'sustituida'
      and pg.planilla = g.planilla and pg.id <> g.id and pg.clave = any($1)) end`

const SALIDA = `case when c.estatus <> 'aprobada' then (
    select json_build_object('causa', ca.causa, 'desde', ca.efectos_desde,
      'acuerdo', case when ac.id is not null then json_build_object('numero', ac.numero, 'fecha', ac.fecha) end,
      'entra', case when en.id is not null then json_build_object('id', en.id, 'nombre', ${nameOf('ep')}) end)
    from captura.cambio ca left join captura.acuerdo ac on ac.id = ca.acuerdo_id
    left join captura.candidatura en on en.id = case ca.tipo when 'restitucion' then ca.candidatura_id else ca.entra_id end
    left join captura.persona ep on ep.id = en.persona_id
    where (ca.candidatura_id = c.id and ca.tipo in ('sustitucion', 'cancelacion')) or (ca.sale_id = c.id and ca.tipo = 'restitucion')
    order by ca.registrado_en desc, ca.id desc limit 1) end`

const SUSTITUYE_A = `(select json_build_object('id', sc.id, 'nombre', ${nameOf('sp')}, 'desde', ca.efectos_desde)
    from captura.cambio ca join captura.candidatura sc on sc.id = ca.candidatura_id join captura.persona sp on sp.id = sc.persona_id
    where ca.entra_id = c.id and ca.tipo = 'sustitucion' order by ca.registrado_en desc, ca.id desc limit 1)`

const OTRO_LUGAR = `case when c.estatus <> 'aprobada' then (
    select json_build_object('id', oc.id, 'cargo', og.clave, 'cargoNombre', og.nombre, 'lugar', od.nombre, 'calidad', oc.calidad)
    from captura.candidatura oc join captura.cargo og on og.id = oc.cargo_id join captura.demarcacion od on od.id = oc.demarcacion_id
    where oc.persona_id = c.persona_id and oc.proceso_id = c.proceso_id and oc.estatus = 'aprobada' and og.clave = any($1)
    order by (select max(ca.registrado_en) from captura.cambio ca where ca.entra_id = oc.id) desc nulls last, oc.orden limit 1) end`

const SECCIONES = `coalesce((select json_agg(json_build_object('tipo', q.tipo, 'cuestionario', q.id,
      'validadasBajo', coalesce(s.validadas_cuestionario_id, q.id), 'verificadasBajo', coalesce(s.verificadas_cuestionario_id, q.id),
      'clave', s.clave, 'estatus', s.estatus, 'validadas', s.validadas,
      'versionValidada', s.version_validada, 'verificadas', s.verificadas, 'versionVerificada', s.version_verificada,
      'verificadaEn', s.verificada_en,
      'pausa', (select json_build_object('supuesto', pa.supuesto, 'hasta', pa.hasta) from captura.pausa pa
        where pa.candidatura_id = c.id and pa.cuestionario = q.tipo and pa.seccion = s.clave and pa.terminada_en is null
          and (pa.hasta is null or pa.hasta >= $2::date) order by pa.creada_en desc limit 1),
      'observada', exists (select 1 from captura.observacion ob
        where ob.candidatura_id = c.id and ob.cuestionario = q.tipo and ob.seccion = s.clave and ob.cerrada_en is null)))
    from captura.seccion s join captura.cuestionario q on q.id = s.cuestionario_id where s.candidatura_id = c.id), '[]')`

const SQL = `select c.id, c.estatus, c.estatus_captura as "estatusCaptura", c.calidad, c.numero, c.accion_afirmativa as "accionAfirmativa",
  c.eleccion_consecutiva as "eleccionConsecutiva", to_json(c.capturada_en) as "capturadaEn", to_json(c.validada_en) as "validadaEn",
  to_json(c.verificada_en) as "verificadaEn", ${nameOf('p')} as nombre, p.apodo, p.sexo, p.fecha_nacimiento::text as "fechaNacimiento",
  p.edad_declarada as "edadDeclarada", g.clave as cargo, g.nombre as "cargoNombre", k.clave as contienda, d.tipo as "demarcacionTipo",
  d.clave as "demarcacionClave", d.pertenece, d.nombre as lugar,
  json_build_object('clave', a.clave, 'nombre', a.nombre, 'tipo', a.tipo, 'color', a.color, 'nota', a.nota) as actor,
  coalesce((select json_agg(json_build_object('clave', i.clave, 'nombre', i.nombre) order by i.orden)
    from captura.actor_politico i where i.id = any(po.integrantes)), '[]') as integrantes,
  case when o.id is not null then json_build_object('clave', o.clave, 'nombre', o.nombre) end as "partidoOrigen",
  ${FORMULA} as formula, ${PLANILLA} as planilla, ${SALIDA} as salida, ${SUSTITUYE_A} as "sustituyeA",
  ${OTRO_LUGAR} as "otroLugar",
  (select json_build_object('sha256', f.sha256, 'textoAlternativo', f.texto_alternativo, 'tomadaEn', f.tomada_en,
      'validada', f.validada_en is not null, 'verificada', f.verificada_en is not null)
    from captura.fotografia f where f.candidatura_id = c.id and f.retirada_en is null) as fotografia,
  coalesce((select json_agg(json_build_object('aviso', co.aviso_id, 'tratamiento', co.tratamiento, 'publicacion', co.publicacion,
      'estadistica', co.estadistica, 'mecanismo', co.mecanismo, 'revision', co.revision)
      order by co.otorgado_en desc, co.id desc)
    from captura.consentimiento co where co.candidatura_id = c.id), '[]') as consentimientos,
  ${SECCIONES} as secciones, c.orden
from captura.candidatura c
join captura.persona p on p.id = c.persona_id
join captura.postulacion po on po.id = c.postulacion_id
join captura.contienda k on k.id = po.contienda_id
join captura.cargo g on g.id = k.cargo_id
join captura.demarcacion d on d.id = k.demarcacion_id
join captura.actor_politico a on a.id = po.actor_id
left join captura.actor_politico o on o.id = c.partido_origen_id
where g.clave = any($1) and c.id = any($3)`

/** Candidaturas of the cargos whose publication has begun, as they stand in the ballots. `ids` null: all. */
export async function listSources(tx: EntityManager, { abiertas, ids }: { abiertas: string[]; ids: string[] | null }): Promise<string[]> {
  const rows = await readRows<{ id: string }>(
    tx,
    `select c.id from captura.candidatura c join captura.cargo g on g.id = c.cargo_id
     where g.clave = any($1) and ($2::uuid[] is null or c.id = any($2)) order by c.orden`,
    [abiertas, ids],
  )
  return rows.map(({ id }) => id)
}

/** Reads those of `ids` whose cargo is in publication (`abiertas`), on a day of the law. */
export async function readSources(
  tx: EntityManager,
  { abiertas, hoy, ids }: { abiertas: string[]; hoy: string; ids: string[] },
): Promise<CandidaturaSource[]> {
  return readRows<CandidaturaSource>(tx, SQL, [abiertas, hoy, ids])
}

const VECINAS = `select distinct v.id from captura.candidatura c join captura.cargo g on g.id = c.cargo_id
cross join lateral (
  select f.id from captura.candidatura f where f.postulacion_id = c.postulacion_id and f.numero = c.numero
  union all
  select pc.id from captura.candidatura pc join captura.cargo pg on pg.id = pc.cargo_id
    where g.planilla is not null and pg.planilla = g.planilla and pc.proceso_id = c.proceso_id and pc.demarcacion_id = c.demarcacion_id
      and pc.actor_id = c.actor_id
  union all
  select s.id from captura.candidatura s where s.persona_id = c.persona_id) v
where c.id = any($1) and v.id <> all($1)`

/**
 * Candidaturas whose pages name these: present and past members of their fórmula and their planilla, and other places of the same persona.
 */
export async function readVecinas(tx: EntityManager, ids: string[]): Promise<string[]> {
  const rows = await readRows<{ id: string }>(tx, VECINAS, [ids])
  return rows.map(({ id }) => id)
}

export async function readImagen(tx: EntityManager, sha256: string): Promise<Record<'chica' | 'media' | 'grande', Buffer>> {
  const [row] = await readRows<Record<'chica' | 'media' | 'grande', Buffer>>(
    tx,
    'select chica, media, grande from captura.imagen where sha256 = $1',
    [sha256],
  )
  if (!row) throw new Error('a photograph without its bytes')
  return row
}
