import type { EntityManager } from 'typeorm'
import { estatusDerecho, type DatosOficio, type Derecho, type ReglasLaborales } from '@conoceles/domain'
import { instanteEnPalabras } from '../../../shared/documentos/fechas.ts'
import { toIso } from '../../../shared/clock.ts'
import { letras } from '../../../shared/archivos/letras.ts'
import { readRows } from '../../../database/rows.ts'
import { SolicitudDerecho, type Hecho } from './solicitud-derecho.entity.ts'

/** Working days of the institute, as its programme of work says; without one only week ends rest. */
export async function readLaborales(tx: EntityManager, procesoId: string): Promise<ReglasLaborales> {
  const [row] = await readRows<{ laborales: ReglasLaborales | null }>(tx, 'select captura.laborales($1) as laborales', [procesoId])
  return row?.laborales ?? { descansos: [], jornadas: [], propios: [], todosHabiles: [] }
}

/** First day of the programme of work; null: there is none. */
export async function readComienzo(tx: EntityManager, procesoId: string): Promise<string | null> {
  const [row] = await readRows<{ comienzo: string | null }>(
    tx,
    `select contenido -> 'vigencia' ->> 'desde' as comienzo from captura.programa where proceso_id = $1`,
    [procesoId],
  )
  return row?.comienzo ?? null
}

export async function readPersonas(tx: EntityManager, candidaturas: readonly string[]): Promise<Map<string, string>> {
  const rows = await readRows<{ id: string; nombre: string }>(
    tx,
    `select c.id, concat_ws(' ', p.nombre, p.primer_apellido, p.segundo_apellido) as nombre
     from captura.candidatura c join captura.persona p on p.id = c.persona_id where c.id = any($1)`,
    [candidaturas],
  )
  return new Map(rows.map(({ id, nombre }) => [id, nombre]))
}

/**
 * The next folio of a year, over the requests of everybody; two at once take turns. A restored backup counts again from where it was: by its letters
 * nobody gets the folio that somebody else already had.
 */
export async function nextFolio(tx: EntityManager, { procesoId, anio }: { procesoId: string; anio: number }): Promise<string> {
  const [row] = await readRows<{ folio: string }>(tx, 'select captura.folio_derecho($1, $2) as folio', [procesoId, `ARCO/${anio}/`])
  if (!row) throw new Error('a request without folio')
  return `${row.folio}-${letras(4)}`
}

/** The persona attends a prevention; false: there is none, or the request is no longer the one that was read. */
export async function desahogar(
  tx: EntityManager,
  { id, version }: Pick<SolicitudDerecho, 'id' | 'version'>,
  { fecha, texto, folio }: Hecho,
): Promise<boolean> {
  const [row] = await readRows<{
    hecho: boolean
  }>(tx, 'select captura.desahogar_derecho($1, $2, $3, $4, $5) as hecho', [id, version, fecha, texto, folio])
  return row?.hecho === true
}

/**
 * The persona hands in the proof of her identity: the request is no longer the one that was read. False: her identity was accepted already.
 */
export async function entregarPrueba(tx: EntityManager, id: string): Promise<boolean> {
  const [row] = await readRows<{ hecho: boolean }>(tx, 'select captura.entregar_prueba($1) as hecho', [id])
  return row?.hecho === true
}

/** Typed parts of a letter, as an earlier one had them. */
export interface OficioAnterior {
  derecho: Derecho
  recibida: string
  acto: string
  sentido: string | null
  oficio: DatosOficio
}

/** Letters issued last, oldest first. */
export function readOficios(tx: EntityManager): Promise<OficioAnterior[]> {
  return readRows<OficioAnterior>(
    tx,
    `select * from (
       select s.derecho, s.recibida::text as recibida, coalesce(o ->> 'acto', h ->> 'acto') as acto,
         coalesce(o ->> 'sentido', h ->> 'sentido') as sentido, h -> 'oficio' as oficio, a.recibido_en as en
       from captura.solicitud_derecho s
       cross join jsonb_array_elements(s.hechos) h
       left join jsonb_array_elements(s.hechos) o on o ->> 'folio' = h #>> '{oficio,de}'
       join publico.acuse a on a.folio = h ->> 'folio'
       where h ? 'oficio' order by a.recibido_en desc limit 200) latest order by en`,
    [],
  )
}

/** Requests with an act that ever gave a letter this number. */
export function listConNumero(tx: EntityManager, numero: string): Promise<SolicitudDerecho[]> {
  const acts = JSON.stringify([{ oficio: { numero } }])
  return tx.createQueryBuilder(SolicitudDerecho, 's').where('s.hechos @> :acts', { acts }).orderBy('s.folio').getMany()
}

export function listSolicitudes(tx: EntityManager): Promise<SolicitudDerecho[]> {
  return tx.find(SolicitudDerecho, { order: { recibida: 'ASC', id: 'ASC' } })
}

/** Folios of the accesos of the same persona that were granted and wait to be delivered. */
export async function readAccesos(tx: EntityManager, { id, candidaturaId, derecho }: SolicitudDerecho): Promise<string[]> {
  if (derecho !== 'cancelacion') return []
  const rows = await tx.findBy(SolicitudDerecho, { candidaturaId, derecho: 'acceso' })
  return rows.filter((row) => row.id !== id && estatusDerecho(row) === 'procedente').map(({ folio }) => folio)
}

/** The other requests of the same letter. */
export async function readHermanas(tx: EntityManager, { id, escritoId }: SolicitudDerecho): Promise<SolicitudDerecho[]> {
  if (escritoId === null) return []
  const rows = await tx.find(SolicitudDerecho, { where: { escritoId }, order: { folio: 'ASC' } })
  return rows.filter((row) => row.id !== id)
}

/** The file of her data was made: the act that makes an acceso effective says so. */
export async function markReunida(
  tx: EntityManager,
  id: string,
  reunida: Pick<SolicitudDerecho, 'reunidaEn' | 'reunidaSha256'>,
): Promise<void> {
  await tx.update(SolicitudDerecho, { id }, reunida)
}

export interface Suprimida {
  /** Day on which her identity answers were suppressed; null: they are blocked until `hasta`. */
  suprimidaEn: Date | null
  hasta: string | null
  motivo: string
}

/** Whether her identity answers were suppressed or blocked, since when and why; null: neither. */
export async function readSuprimida(tx: EntityManager, candidaturaId: string): Promise<Suprimida | null> {
  const [row] = await readRows<Suprimida>(
    tx,
    `select s.suprimida_en as "suprimidaEn", null::text as hasta, s.motivo from identidad.supresion s where s.candidatura_id = $1
     union all select null, b.hasta::text, b.motivo from identidad.bloqueada b where b.candidatura_id = $1
     order by 1 nulls last limit 1`,
    [candidaturaId],
  )
  return row ?? null
}

export interface Guardado {
  [tabla: string]: unknown
  actos?: readonly { n: number }[] | null
}

/**
 * Everything that is kept about a persona besides her identity answers, table by table. Acts on many personas at once name her beside
 * others: of those it gives no detail.
 */
export async function readGuardado(tx: EntityManager, candidaturaId: string): Promise<Guardado> {
  const [row] = await readRows<Guardado>(
    tx,
    `select
       (select row_to_json(p) from captura.persona p where p.id = c.persona_id) as persona,
       (select json_build_object('clave', c.clave, 'cargo', g.singular, 'lugar', d.nombre, 'postula', a.nombre, 'partidoOrigen', o.nombre,
         'numero', c.numero, 'calidad', c.calidad, 'estatus', c.estatus, 'acuerdo', u.numero, 'acuerdoFecha', u.fecha,
         'accionAfirmativa', c.accion_afirmativa, 'eleccionConsecutiva', c.eleccion_consecutiva)
         from captura.cargo g, captura.demarcacion d, captura.acuerdo u, captura.actor_politico a
         left join captura.actor_politico o on o.id = c.partido_origen_id
         where g.id = c.cargo_id and d.id = c.demarcacion_id and u.id = c.acuerdo_id and a.id = c.actor_id) as candidatura,
       (select json_agg(json_build_object('seccion', s.clave, 'estatus', s.estatus, 'guardadaEn', s.guardada_en, 'respuestas', s.respuestas,
         'validadas', s.validadas, 'verificadas', s.verificadas)) from captura.seccion s where s.candidatura_id = c.id) as secciones,
       (select json_agg(json_build_object('otorgadoEn', k.otorgado_en, 'tratamiento', k.tratamiento, 'publicacion', k.publicacion,
         'estadistica', k.estadistica, 'mecanismo', k.mecanismo, 'revision', k.revision) order by k.otorgado_en)
         from captura.consentimiento k where k.candidatura_id = c.id) as consentimientos,
       (select json_agg(json_build_object('sha256', f.sha256, 'textoAlternativo', f.texto_alternativo, 'tomadaEn', f.tomada_en,
         'guardadaEn', f.guardada_en)) from captura.fotografia f where f.candidatura_id = c.id) as fotografias,
       (select json_agg(json_build_object('n', a.n, 'acto', a.acto, 'en', a.contenido::jsonb ->> 'en', 'rol', a.contenido::jsonb ->> 'rol',
         'detalle', case when a.objeto_id = c.id::text then a.contenido::jsonb -> 'detalle' end) order by a.n) from bitacora.acto a
         where a.objeto_id = c.id::text or position(c.id::text in a.contenido) > 0
           or a.objeto_id in (select s.id::text from captura.solicitud_derecho s where s.candidatura_id = c.id)) as actos
     from captura.candidatura c where c.id = $1`,
    [candidaturaId],
  )
  return row ?? {}
}

/** Instant of each act, by the folio of its acuse. */
export async function readInstantes(tx: EntityManager, hechos: readonly { folio: string }[]): Promise<Map<string, string>> {
  const rows = await readRows<{ folio: string; en: Date }>(tx, 'select folio, recibido_en as en from publico.acuse where folio = any($1)', [
    hechos.map(({ folio }) => folio),
  ])
  return new Map(rows.map(({ folio, en }) => [folio, toIso(en)]))
}

/** Sentence on the mail of the acuse: without address, waiting, sent or failed. */
export async function readAcuseCorreo(
  tx: EntityManager,
  { id, correo }: Pick<SolicitudDerecho, 'id' | 'correo'>,
  zona: string,
): Promise<string> {
  if (correo === null) return 'La solicitud no trae una dirección de correo: el acuse se entrega impreso.'
  const [row] = await readRows<{
    estatus: string
    enviadoEn: Date | null
  }>(tx, 'select estatus, enviado_en as "enviadoEn" from captura.recordatorio where solicitud_id = $1', [id])
  if (row?.enviadoEn) return `El acuse se envió por correo el ${instanteEnPalabras(toIso(row.enviadoEn), zona)}.`
  return row?.estatus === 'caducado' ? 'El acuse no se pudo enviar por correo: entréguelo impreso.' : 'El acuse está por salir por correo.'
}

/** Folio of the acuse by which her identity was accredited; null: it was not yet. */
export async function readAcuseIdentidad(tx: EntityManager, id: string): Promise<string | null> {
  const [row] = await readRows<{ acuse: string }>(
    tx,
    `select contenido::jsonb #>> '{detalle,acuse}' as acuse from bitacora.acto
     where objeto_id = $1 and acto = 'derecho.identidad_acreditada' order by n desc limit 1`,
    [id],
  )
  return row?.acuse ?? null
}
