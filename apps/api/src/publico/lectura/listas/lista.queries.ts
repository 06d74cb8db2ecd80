import type { Asked } from '../../../database/reader.ts'
import { memo } from '@conoceles/domain/memo'
import { prepared } from '../../../database/statements.ts'
import { sha256 } from '../../../shared/criptografia/canonical.ts'
import { readRows } from '../../../database/rows.ts'

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
  tema: string | null
  conPropuestas: boolean | null
  despues: string | null
  limite: number
}

/** Statement and its values: lists with the same filters share one text. */
export interface Pregunta {
  sql: string
  values: unknown[]
  /** Rows of its page, at most. */
  limite: number
  /** By so few conditions that it is asked again and again. */
  frecuente: boolean
}

/** A page of the list, its rows as JSON text, and the corte that all of it is of (null before the first). */
export interface Pagina {
  elementos: string | null
  cuantas: number
  ultimo: string | null
  /** Absent when they were not asked for. */
  total?: number
  canceladas?: number
  corte: { numero: number; en: string } | null
}

/**
 * A page of the list. Words, actores and the other filters each name places of the list, which an index has in order. The page is cut
 * before any row is read, so that its cost does not grow with the number of candidaturas. The total does, a little, and is asked for
 * `contando`.
 */
export function toPregunta(filter: ListFilter, { contando }: { contando: boolean }): Pregunta {
  const values: unknown[] = []
  const types: string[] = []
  const bind = binding(values, types)
  const places = [...placesByWord(bind, filter), ...placesByActor(bind, filter)]
  const from = [...places, 'publico.candidatura'].reduce((all, next) => `${all} join ${next} using (orden)`)
  const conditions = [
    ...EQUAL.flatMap(([field, column]) => equals(bind, column, filter[field])),
    ...byEdad(bind, filter),
    ...byEstatus(bind, filter),
    ...(filter.tema === null ? [] : [`temas @> array[${bind(filter.tema)}]`]),
    ...(filter.conPropuestas === null ? [] : [`con_propuestas = ${bind(filter.conPropuestas, 'boolean')}`]),
  ]
  const where = ['true', ...conditions].join(' and ')
  const after = filter.despues === null ? '' : ` and orden > ${bind(filter.despues)}`
  const page = `select orden, fila from ${from} where ${where}${after} order by orden limit ${bind(filter.limite, 'int')}`
  const columns = values.map((_, at) => `v${at + 1}`).join(', ')
  const sql = `select pagina.*, ${contando ? 'cuenta.*, ' : ''}corte.dicho as corte
    from unnest(${types.join(', ')}) with ordinality as pedido (${columns}, turno)
    cross join lateral (select json_agg(fila order by orden)::text as elementos, count(*)::int as cuantas, max(orden) as ultimo from (${page}) as filas) as pagina
    ${contando ? `cross join lateral (select count(*)::int as total, (count(*) filter (where estatus = 'cancelada'))::int as canceladas from ${from} where ${where}) as cuenta` : ''}
    left join (${CORTE}) as corte on true order by turno`
  return { sql, values, limite: filter.limite, frecuente: places.length + conditions.length <= FEW }
}

/** Answers questions of one text in one journey, each in its turn. */
export async function ask(lector: Asked, preguntas: readonly [Pregunta, ...Pregunta[]]): Promise<Pagina[]> {
  const [{ sql, values, frecuente }] = preguntas
  const columns = values.map((_, at) => preguntas.map((pregunta) => pregunta.values[at]))
  return readRows<Pagina>(lector, frecuente ? known(sql) : sql, columns)
}

/** One for each mixture of so few filters. */
const known = memo((sql: string) => prepared(`lista ${sha256(sql).slice(0, 32)}`, sql))

type Bind = (value: unknown, type?: 'text' | 'int' | 'boolean') => string

/** Puts a value into the question, and says how it is called there. */
function binding(values: unknown[], types: string[]): Bind {
  return (value, type = 'text') => {
    types.push(`$${values.push(value)}::${type}[]`)
    return `pedido.v${values.length}`
  }
}

const CORTE = `select json_build_object('numero', numero, 'en', to_char(en at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')) as dicho
  from publico.corte order by numero desc limit 1`

/**
 * With so many conditions at most, people ask for it again and again, and planning it costs as much as answering it. Every other mixture is
 * planned when it is asked for: a connection keeps its plans, and mixtures are without number.
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

/** Each word of a search is the beginning of a word of the name. */
function placesByWord(bind: Bind, { palabras }: ListFilter): string[] {
  return palabras.map((palabra, at) => `(select orden from publico.comienzo where comienzo = ${bind(palabra)}) as hallada${at}`)
}

function placesByActor(bind: Bind, { actor, cargo }: ListFilter): string[] {
  if (actor === null) return []
  const conditions = [`actor = ${bind(actor)}`, ...equals(bind, 'cargo', cargo)]
  return [`(select orden from publico.postulante where ${conditions.join(' and ')}) as postulada`]
}

function byEdad(bind: Bind, { edadDesde, edadHasta }: ListFilter): string[] {
  return [
    ...(edadDesde === null ? [] : [`edad >= ${bind(edadDesde, 'int')}`]),
    ...(edadHasta === null ? [] : [`edad <= ${bind(edadHasta, 'int')}`]),
  ]
}

/** A substituted candidate is found by her name, or by her estatus: otherwise the place is her successor's. */
function byEstatus(bind: Bind, { estatus, palabras }: ListFilter): string[] {
  if (estatus !== null) return equals(bind, 'estatus', estatus)
  return palabras.length > 0 ? [] : [`estatus <> 'sustituida'`]
}

function equals(bind: Bind, column: string, value: string | null): string[] {
  return value === null ? [] : [`${column} = ${bind(value)}`]
}
