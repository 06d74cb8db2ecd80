import type { EntityManager } from 'typeorm'
import { isConfirmada, type Sourced } from '@conoceles/domain'
import type { Proceso } from '../../proceso/index.ts'
import { binaryRecurso, type Recurso } from '../corte/recursos.queries.ts'
import type { Vigentes } from '../ficha/vigentes.queries.ts'
import { readRows } from '../../../database/rows.ts'

/** The public answers that are not one candidatura: the proceso with its figures, its contiendas, its territory. */
export interface SitioContext {
  procesoId: string
  hoy: string
  confirmados: Confirmados
}

/** Parts of the pack that somebody confirmed. */
export interface Confirmados {
  /** Kinds of election with their dates: of the others nobody is told when they will be published. */
  tipos: readonly string[]
  /** Ballots with what they say of themselves: the others only tell their name and their cargos, without which nobody finds a candidatura. */
  boletas: readonly string[]
  /** The ballots of another election, on the same day. */
  otrasBoletas: boolean
}

export function confirmadosDe({ tiposEleccion, consulta }: Proceso['catalogos']): Confirmados {
  const sure = (rows: readonly (Sourced & { clave: string })[]) =>
    rows.flatMap(({ clave, confianza }) => (isConfirmada(confianza) ? [clave] : []))
  return {
    tipos: sure(tiposEleccion),
    boletas: sure(consulta?.boletas ?? []),
    otrasBoletas: isConfirmada(consulta?.otrasBoletas?.confianza ?? null),
  }
}

interface ProcesoRow {
  cuerpo: Record<string, unknown>
}

/** Path of the picture of an emblem among the public resources. */
const RUTA_EMBLEMA = `'emblemas/' || encode(sha256(a.emblema), 'hex') || '.webp'`

/** Figures count the public data of this corte: those of candidaturas, the list without filters; those of captura, the vigentes. */
const PROCESO_SQL = `select json_build_object(
  'clave', p.clave, 'nombre', p.nombre, 'entidad', p.entidad_nombre,
  'instituto', json_build_object('siglas', p.instituto_siglas, 'nombre', p.instituto_nombre, 'sitio', p.instituto_sitio,
    'domicilio', p.catalogos #>> '{instituto,domicilio}', 'telefono', p.catalogos #>> '{instituto,telefono}'),
  'simulacro', p.simulacro, 'zona', p.zona, 'jornada', p.jornada, 'responsabilidad', p.responsabilidad,
  'cifras', (select json_build_object(
      'candidaturas', (count(*) filter (where estatus <> 'sustituida'))::int,
      'vigentes', (count(*) filter (where estatus = 'aprobada'))::int,
      'canceladas', (count(*) filter (where estatus = 'cancelada'))::int,
      'sustituidas', (count(*) filter (where estatus = 'sustituida'))::int,
      'conCaptura', (count(*) filter (where estatus = 'aprobada' and captura <> 'sin_captura'))::int,
      'verificadas', (count(*) filter (where estatus = 'aprobada' and captura = 'verificada'))::int,
      'contiendas', (count(distinct contienda) filter (where estatus <> 'sustituida'))::int,
      'municipios', (select count(*)::int from captura.demarcacion where proceso_id = p.id and tipo = 'municipio'),
      'distritos', (select count(*)::int from captura.demarcacion where proceso_id = p.id and tipo = 'distrito')) from publico.candidatura),
  'cargos', (select json_agg(json_build_object('clave', g.clave, 'nombre', g.nombre, 'singular', g.singular, 'principio', g.principio,
      'demarcacion', (select d.tipo from captura.contienda k join captura.demarcacion d on d.id = k.demarcacion_id where k.cargo_id = g.id limit 1),
      'candidaturas', (select count(*)::int from publico.candidatura pc where pc.cargo = g.clave and pc.estatus <> 'sustituida'),
      'inicioPublicacion', case when g.inicio_publicacion <= $2::date or g.tipo_eleccion = any($3) then g.inicio_publicacion end, 'abierta', g.inicio_publicacion <= $2::date) order by g.orden)
    from captura.cargo g where g.proceso_id = p.id),
  'actoresPoliticos', (select json_agg(json_build_object('clave', a.clave, 'nombre', a.nombre, 'tipo', a.tipo, 'color', a.color, 'nota', a.nota,
      'integrantes', coalesce((select json_agg(i.clave order by i.orden) from captura.actor_politico i
        where i.id in (select unnest(po.integrantes) from captura.postulacion po where po.actor_id = a.id)), '[]')) order by a.orden)
    from captura.actor_politico a where a.proceso_id = p.id),
  'emblemas', (select json_object_agg(a.clave, '/api/v1/publico/' || ${RUTA_EMBLEMA} order by a.orden)
    from captura.actor_politico a where a.proceso_id = p.id and a.emblema is not null),
  'idiomas', (select json_agg(json_build_object('codigo', i ->> 'codigo', 'nombre', i ->> 'nombre', 'validacion', i -> 'validacion') order by lugar)
    from jsonb_array_elements(p.catalogos -> 'idiomas') with ordinality as idiomas (i, lugar)),
  'senas', (select json_agg(v - 'fuente' - 'confianza' order by lugar) from jsonb_array_elements(p.catalogos -> 'senas') with ordinality as videos (v, lugar)),
  'conAviso', exists (select from captura.aviso_privacidad v where v.proceso_id = p.id and v.vigente_desde <= $2::date),
  'conLecturaFacil', p.catalogos #> '{consulta,lecturaFacil}' is not null,
  'sinSecciones', coalesce(p.catalogos -> 'secciones', '{}') = '{}',
  'distritos', (select json_agg(json_build_object('clave', d.clave, 'nombre', d.nombre) order by d.clave)
    from captura.demarcacion d where d.proceso_id = p.id and d.tipo = 'distrito'),
  'municipios', (select json_agg(json_build_object('clave', d.clave, 'nombre', d.nombre, 'regimen', d.regimen) order by d.nombre collate "C")
    from captura.demarcacion d where d.proceso_id = p.id and d.tipo = 'municipio'),
  'comunidades', (select coalesce(json_agg(json_build_object('clave', d.clave, 'nombre', d.nombre, 'municipio', d.pertenece) order by d.nombre collate "C"), '[]')
    from captura.demarcacion d where d.proceso_id = p.id and d.tipo = 'comunidad'),
  'boletas', (select coalesce(json_agg(json_build_object('clave', b ->> 'clave', 'nombre', b ->> 'nombre', 'frente', b -> 'frente',
      'reverso', b -> 'reverso', 'comoSeVota', case when segura then b -> 'comoSeVota' else '[]' end,
      'alianza', case when segura then b ->> 'alianza' end, 'seMarca', case when segura then b ->> 'seMarca' end,
      'impresa', case when segura then b ->> 'impresa' end) order by lugar), '[]')
    from jsonb_array_elements(p.catalogos #> '{consulta,boletas}') with ordinality as impresas (b, lugar), lateral (select b ->> 'clave' = any($4) as segura) s),
  'otrasBoletas', coalesce(case when $5::boolean then p.catalogos #> '{consulta,otrasBoletas,texto}' end, '[]'),
  'paraVotar', (select coalesce(json_agg(parrafo order by lugar, n), '[]')
    from jsonb_array_elements(p.catalogos #> '{consulta,votar}') with ordinality as votar (i, lugar),
      jsonb_array_elements_text(i -> 'texto') with ordinality as textos (parrafo, n) where (i ->> 'antes')::boolean),
  'casilla', (p.catalogos #> '{consulta,casilla}') - 'fuente' - 'confianza',
  'sistemasNormativos', coalesce(p.catalogos #> '{consulta,sistemasNormativos,texto}', '[]'),
  'fuentes', p.catalogos -> 'fuentes') as cuerpo
from captura.proceso p where p.id = $1`

const CONTIENDAS_SQL = `select json_build_object('elementos', coalesce(json_agg(json_build_object(
  'clave', k.clave, 'cargo', g.clave, 'cargoNombre', g.nombre, 'lugar', d.nombre,
  'distrito', case when d.tipo = 'distrito' then d.clave end, 'municipio', case d.tipo when 'municipio' then d.clave when 'comunidad' then d.pertenece end,
  'comunidad', case when d.tipo = 'comunidad' then d.clave end,
  'candidaturas', (select count(*)::int from publico.candidatura pc where pc.contienda = k.clave and pc.estatus <> 'sustituida')) order by g.orden, d.clave), '[]')) as cuerpo
from captura.contienda k join captura.cargo g on g.id = k.cargo_id join captura.demarcacion d on d.id = k.demarcacion_id
where k.proceso_id = $1 and g.inicio_publicacion <= $2::date`

const TERRITORIO_SQL = `select json_build_object('secciones', p.catalogos -> 'secciones',
  'comunidades', coalesce((select json_object_agg(d.clave, d.pertenece order by d.clave) from captura.demarcacion d
    where d.proceso_id = p.id and d.tipo = 'comunidad'), '{}')) as cuerpo
from captura.proceso p where p.id = $1`

/** Path → body, without corte nor salt. */
export async function buildSitio(
  tx: EntityManager,
  { procesoId, hoy, confirmados }: SitioContext,
): Promise<Record<'proceso' | 'contiendas' | 'territorio', object>> {
  const [proceso] = await readRows<ProcesoRow>(tx, PROCESO_SQL, [
    procesoId,
    hoy,
    confirmados.tipos,
    confirmados.boletas,
    confirmados.otrasBoletas,
  ])
  const [contiendas] = await readRows<ProcesoRow>(tx, CONTIENDAS_SQL, [procesoId, hoy])
  const [territorio] = await readRows<ProcesoRow>(tx, TERRITORIO_SQL, [procesoId])
  return {
    proceso: proceso?.cuerpo ?? {},
    contiendas: contiendas?.cuerpo ?? {},
    territorio: territorio?.cuerpo ?? {},
  }
}

/** Registered emblems that are not public yet; several actors may have the same. */
export async function newEmblemas(tx: EntityManager, procesoId: string, vigentes: Vigentes): Promise<Recurso[]> {
  const rows = await readRows<{ ruta: string; contenido: Buffer }>(
    tx,
    `select distinct ${RUTA_EMBLEMA} as ruta, a.emblema as contenido from captura.actor_politico a where a.proceso_id = $1 and a.emblema is not null`,
    [procesoId],
  )
  return rows.filter(({ ruta }) => !vigentes.has(ruta)).map(({ ruta, contenido }) => binaryRecurso(ruta, 'image/webp', contenido))
}

/** Files of the videos in Lengua de Señas Mexicana that are not public yet. */
export async function newSenas(tx: EntityManager, procesoId: string, vigentes: Vigentes): Promise<Recurso[]> {
  const rutas = await readRows<{
    ruta: string
  }>(tx, 'select ruta from captura.archivo_senas where proceso_id = $1 order by ruta', [procesoId])
  const missing = rutas.flatMap(({ ruta }) => (vigentes.has(ruta) ? [] : [ruta]))
  if (missing.length === 0) return []
  const rows = await readRows<{ ruta: string; medio: string; contenido: Buffer }>(
    tx,
    'select ruta, medio, contenido from captura.archivo_senas where proceso_id = $1 and ruta = any($2)',
    [procesoId, missing],
  )
  return rows.map(({ ruta, medio, contenido }) => binaryRecurso(ruta, medio, contenido))
}
