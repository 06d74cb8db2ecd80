import type { EntityManager } from 'typeorm'
import type { ReglasLaborales } from '@conoceles/domain'
import { SolicitudDerecho } from './solicitud-derecho.entity.ts'

/** Working days of the institute, as its programme of work says; without one only week ends rest. */
export async function readLaborales(tx: EntityManager, procesoId: string): Promise<ReglasLaborales> {
  const [row] = (await tx.query(`select contenido -> 'laborales' as laborales from captura.programa where proceso_id = $1`, [
    procesoId,
  ])) as { laborales: ReglasLaborales | null }[]
  return row?.laborales ?? { descansos: [], jornadas: [], propios: [], todosHabiles: [] }
}

export async function readPersonas(tx: EntityManager, candidaturas: readonly string[]): Promise<Map<string, string>> {
  const rows = (await tx.query(
    `select c.id, concat_ws(' ', p.nombre, p.primer_apellido, p.segundo_apellido) as nombre
     from captura.candidatura c join captura.persona p on p.id = c.persona_id where c.id = any($1)`,
    [candidaturas],
  )) as { id: string; nombre: string }[]
  return new Map(rows.map(({ id, nombre }) => [id, nombre]))
}

/** The next folio of a year; two at once take turns. */
export async function nextFolio(tx: EntityManager, { procesoId, anio }: { procesoId: string; anio: number }): Promise<string> {
  await tx.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [`solicitud_derecho|${procesoId}`])
  const prefix = `ARCO/${anio}/`
  const [row] = (await tx.query(
    `select count(*)::int as n from captura.solicitud_derecho where proceso_id = $1 and left(folio, length($2)) = $2`,
    [procesoId, prefix],
  )) as { n: number }[]
  return `${prefix}${String((row?.n ?? 0) + 1).padStart(3, '0')}`
}

export function listSolicitudes(tx: EntityManager): Promise<SolicitudDerecho[]> {
  return tx.find(SolicitudDerecho, { order: { recibida: 'ASC', id: 'ASC' } })
}

/** Everything that is kept about a persona besides her identity answers, table by table. */
export async function readGuardado(tx: EntityManager, candidaturaId: string): Promise<Record<string, unknown>> {
  const [row] = (await tx.query(
    `select
       (select row_to_json(p) from captura.persona p where p.id = c.persona_id) as persona,
       (select json_build_object('clave', c.clave, 'calidad', c.calidad, 'estatus', c.estatus, 'accionAfirmativa', c.accion_afirmativa)) as candidatura,
       (select json_agg(json_build_object('seccion', s.clave, 'estatus', s.estatus, 'guardadaEn', s.guardada_en, 'respuestas', s.respuestas,
         'validadas', s.validadas, 'verificadas', s.verificadas)) from captura.seccion s where s.candidatura_id = c.id) as secciones,
       (select json_agg(json_build_object('otorgadoEn', k.otorgado_en, 'tratamiento', k.tratamiento, 'publicacion', k.publicacion,
         'estadistica', k.estadistica, 'mecanismo', k.mecanismo, 'revision', k.revision) order by k.otorgado_en)
         from captura.consentimiento k where k.candidatura_id = c.id) as consentimientos,
       (select json_agg(json_build_object('sha256', f.sha256, 'textoAlternativo', f.texto_alternativo, 'tomadaEn', f.tomada_en,
         'guardadaEn', f.guardada_en)) from captura.fotografia f where f.candidatura_id = c.id) as fotografias,
       (select json_agg(json_build_object('n', a.n, 'acto', a.acto, 'en', a.contenido::jsonb ->> 'en', 'rol', a.contenido::jsonb ->> 'rol',
         'detalle', a.contenido::jsonb -> 'detalle') order by a.n) from bitacora.acto a where a.objeto_id = c.id::text) as actos
     from captura.candidatura c where c.id = $1`,
    [candidaturaId],
  )) as Record<string, unknown>[]
  return row ?? {}
}
