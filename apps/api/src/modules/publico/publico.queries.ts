import type { DataSource } from 'typeorm'
import { prepared } from '../../database/databases.ts'
import { sha256 } from '../../shared/canonical.ts'
import type { OrdenDelDia } from './lista-del-dia.queries.ts'

/** A public answer as stored: the bytes, and the same bytes already compressed. */
export interface StoredRecurso {
  sha256: string
  medio: string
  contenido: Buffer
  gzip: Buffer | null
  brotli: Buffer | null
}

const COLUMNS = 'sha256, medio, contenido, gzip, brotli'

export async function findRecurso(lector: DataSource, ruta: string): Promise<StoredRecurso | null> {
  const rows = await query<StoredRecurso>(lector, `select ${COLUMNS} from publico.recurso where ruta = $1 and hasta_corte is null`, [ruta])
  return rows[0] ?? null
}

/** The page of an address, of one build of the visor only. */
export async function findPagina(
  lector: DataSource,
  { ruta, construccion }: { ruta: string; construccion: string },
): Promise<StoredRecurso | null> {
  const sql = `select ${COLUMNS} from publico.recurso where ruta = $1 and hasta_corte is null and construccion = $2`
  const rows = await query<StoredRecurso>(lector, sql, [ruta, construccion])
  return rows[0] ?? null
}

/** Whether something is public at a path, was once, or never. */
export async function historyOf(lector: DataSource, ruta: string): Promise<'hoy' | 'antes' | 'nunca'> {
  const sql = `select bool_or(hasta_corte is null) as hoy from publico.recurso where ruta = $1`
  const [row] = await query<{ hoy: boolean | null }>(lector, sql, [ruta])
  if (row?.hoy) return 'hoy'
  return row?.hoy === false ? 'antes' : 'nunca'
}

/** By hash: the past too, as long as its content was not erased. */
export async function findRecursoBySha256(lector: DataSource, sha256: string): Promise<StoredRecurso | null> {
  const rows = await query<StoredRecurso>(
    lector,
    `select ${COLUMNS} from publico.recurso where sha256 = $1 and contenido is not null limit 1`,
    [sha256],
  )
  return rows[0] ?? null
}

interface Corta {
  id: string
  fotografia: string | null
}

/** The one whose id begins so; null when nobody's does, or the ids of several. */
export async function findCorta(lector: DataSource, clave: string): Promise<Corta | null> {
  const rows = await query<Corta>(
    lector,
    `select id, fila ->> 'fotografia' as fotografia from publico.candidatura where id between $1::uuid and $2::uuid limit 2`,
    [clave.padEnd(32, '0'), clave.padEnd(32, 'f')],
  )
  return rows.length === 1 ? (rows[0] ?? null) : null
}

/** The newest corte, and in which order its lists are shown. */
export interface UltimoCorte extends OrdenDelDia {
  numero: number
  /** Null before the first. */
  en: Date | null
  /** Whether what was signed says that search engines are not to offer the candidaturas. */
  desindexada: boolean
}

const BEFORE_THE_FIRST: UltimoCorte = { numero: 0, en: null, desindexada: false, proceso: '', orden: 'boleta', sorteo: null }

export async function readUltimoCorte(lector: Pick<DataSource, 'query'>): Promise<UltimoCorte> {
  const sql = `select numero, en, cabecera::jsonb #>> '{conclusion,desindexacion,realizada}' is not null as desindexada,
      cabecera::jsonb ->> 'proceso' as proceso, orden, sorteo::text
    from publico.corte order by numero desc limit 1`
  return (await query<UltimoCorte>(lector, sql, []))[0] ?? BEFORE_THE_FIRST
}

/** Whether a contienda is public, be there candidaturas in it or not. */
export async function existsContienda(lector: Pick<DataSource, 'query'>, clave: string): Promise<boolean> {
  const sql = `select exists (select 1 from publico.recurso where ruta = 'contiendas' and hasta_corte is null
      and convert_from(contenido, 'UTF8')::jsonb -> 'elementos' @> jsonb_build_array(jsonb_build_object('clave', $1::text))) as existe`
  return (await query<{ existe: boolean }>(lector, sql, [clave]))[0]?.existe ?? false
}

export interface ListFilter {
  palabras: string[]
  cargo: string | null
  contienda: string | null
  distrito: string | null
  municipio: string | null
  comunidad: string | null
  estatus: string | null
  actor: string | null
  calidad: string | null
  sexo: string | null
  edadDesde: number | null
  edadHasta: number | null
  escolaridad: string | null
  accionAfirmativa: string | null
  conPropuestas: boolean | null
  despues: string | null
  limite: number
}

/**
 * The list in one round trip, as JSON text. Each word of the search is a prefix of a word of the name: an intersection over the
 * table of words, so that its cost does not grow with the number of candidaturas.
 */
export async function listJson(lector: Pick<DataSource, 'query'>, filter: ListFilter): Promise<string> {
  const params: unknown[] = []
  const bind = (value: unknown) => `$${params.push(value)}`
  const conditions = [
    ...EQUAL.flatMap(([field, column]) => equals(bind, column, filter[field])),
    ...byEdad(bind, filter),
    ...byEstatus(bind, filter),
    ...(filter.actor === null ? [] : [`actores @> array[${bind(filter.actor)}::text]`]),
    ...(filter.conPropuestas === null ? [] : [`con_propuestas = ${bind(filter.conPropuestas)}::boolean`]),
    ...filter.palabras.map(
      (palabra) =>
        `id in (select candidatura_id from publico.palabra where palabra >= ${bind(palabra)}::text and palabra < ${bind(`${palabra}\u{10ffff}`)}::text)`,
    ),
  ]
  const where = conditions.length === 0 ? 'true' : conditions.join(' and ')
  const after = filter.despues === null ? '' : ` and orden > ${bind(filter.despues)}::text`
  const sql = `with pagina as (select orden, fila from publico.candidatura where ${where}${after} order by orden limit ${bind(filter.limite)}::int)
    select '{"elementos":' || coalesce((select json_agg(fila order by orden)::text from pagina), '[]')
      || (select ',"total":' || count(*) || ',"canceladas":' || count(*) filter (where estatus = 'cancelada') from publico.candidatura where ${where})
      || ',"siguiente":' || coalesce(case when (select count(*) from pagina) = ${bind(filter.limite)}::int then to_json((select max(orden) from pagina))::text end, 'null')
      || ',"corte":' || coalesce((select json_build_object('numero', numero, 'en', to_char(en at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'))::text from publico.corte order by numero desc limit 1), 'null') || '}' as json`
  const rows = await query<{ json: string }>(
    lector,
    conditions.length > FEW ? sql : prepared(`lista ${sha256(sql).slice(0, 32)}`, sql),
    params,
  )
  return rows[0]?.json ?? ''
}

/**
 * With so many conditions it is what people ask for, again and again, and planning it costs as much as answering it. Every other mixture is
 * planned when it is asked for: a connection keeps what it planned, and mixtures are without number.
 */
const FEW = 3

/** Filters that are one value of one column. */
const EQUAL = [
  ['cargo', 'cargo'],
  ['contienda', 'contienda'],
  ['distrito', 'distrito'],
  ['municipio', 'municipio'],
  ['comunidad', 'comunidad'],
  ['calidad', 'calidad'],
  ['sexo', 'sexo'],
  ['escolaridad', 'escolaridad'],
  ['accionAfirmativa', 'accion_afirmativa'],
] as const

function byEdad(bind: (value: unknown) => string, { edadDesde, edadHasta }: ListFilter): string[] {
  return [
    ...(edadDesde === null ? [] : [`edad >= ${bind(edadDesde)}::int`]),
    ...(edadHasta === null ? [] : [`edad <= ${bind(edadHasta)}::int`]),
  ]
}

/** Who was substituted is found by her name, or by asking for it: otherwise the place is her successor's. */
function byEstatus(bind: (value: unknown) => string, { estatus, palabras }: ListFilter): string[] {
  if (estatus !== null) return equals(bind, 'estatus', estatus)
  return palabras.length > 0 ? [] : [`estatus <> 'sustituida'`]
}

function equals(bind: (value: unknown) => string, column: string, value: string | null): string[] {
  return value === null ? [] : [`${column} = ${bind(value)}::text`]
}

async function query<T>(lector: Pick<DataSource, 'query'>, sql: string, params: unknown[]): Promise<T[]> {
  return (await lector.query(sql, params)) as T[]
}
