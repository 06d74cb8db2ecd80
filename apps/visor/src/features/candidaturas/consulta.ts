import type { FilaIndice } from '@conoceles/domain/consulta'
import { recordOf } from '@conoceles/domain/typed'
import type { Hallazgos } from '@conoceles/domain/busqueda'
import { FILTROS, type Filtro, type Filtros } from './filtro.ts'

/** Filters that are told apart with how many each of their options would give. */
export type Faceta = Exclude<Filtro, 'q'>
const FACETAS = FILTROS.filter((filtro): filtro is Faceta => filtro !== 'q')

/** Option of a filter → how many candidaturas there would be with it, the other filters as they are. */
export type Conteos = Record<Faceta, ReadonlyMap<string, number>>

export interface Resultado {
  /** Rows of the index, in the order in which they are shown. */
  filas: number[]
  canceladas: number
  conteos: Conteos
  /** Filter in force → how many there would be without it. */
  sin: Partial<Record<Filtro, number>>
  /** True if no name matches exactly and these almost do. */
  parecidos: boolean
}

interface Dimension {
  values: string[]
  /** Set of values of each row. */
  setOf: Uint16Array
  sets: readonly (readonly number[])[]
}

export interface Consulta {
  consultar: (filtros: Filtros, hallazgos: Hallazgos | null) => Resultado
}

const VALUES: Record<Faceta, (fila: FilaIndice) => readonly (string | null)[]> = {
  cargo: ({ contienda }) => [contienda.cargo],
  distrito: ({ contienda }) => [contienda.distrito],
  municipio: ({ contienda }) => [contienda.municipio],
  comunidad: ({ contienda }) => [contienda.comunidad],
  contienda: ({ contienda }) => [contienda.clave],
  actor: ({ actor, otros }) => [actor, ...otros],
  calidad: ({ calidad }) => [calidad],
  sexo: ({ sexo }) => [sexo],
  edad: ({ edad }) => [edad],
  escolaridad: ({ escolaridad }) => [escolaridad],
  accionAfirmativa: ({ accionAfirmativa }) => [accionAfirmativa],
  tema: ({ temas }) => temas,
  conPropuestas: ({ conPropuestas }) => [String(conPropuestas)],
}

/**
 * Answers any filter over the whole proceso in one pass: a row that fails in nothing is shown; one that fails in a single filter counts for
 * the other options of that filter. `orden`: positions of the rows in the order in which they are shown.
 */
export function createConsulta(filas: readonly FilaIndice[], orden: readonly number[]): Consulta {
  const dimensions = FACETAS.map((faceta) => codify(filas.map(VALUES[faceta])))
  const left = Uint8Array.from(filas, ({ estatus }) => Number(estatus === 'sustituida'))
  const cancelled = Uint8Array.from(filas, ({ estatus }) => Number(estatus === 'cancelada'))

  function consultar(filtros: Filtros, hallazgos: Hallazgos | null): Resultado {
    const asked: Asked = { tests: testsOf(filtros, dimensions), puntos: hallazgos?.puntos ?? null, left }
    const tally = createTally(dimensions)
    for (const row of orden) tally.add(row, judge(row, asked))
    const { shown } = tally
    return {
      filas: hallazgos ? byPoints(shown, hallazgos) : shown,
      canceladas: shown.reduce((sum, row) => sum + (cancelled[row] ?? 0), 0),
      conteos: tally.conteos(),
      sin: Object.fromEntries(FILTROS.filter((filtro) => filtros[filtro]).map((filtro) => [filtro, shown.length + tally.without(filtro)])),
      parecidos: hallazgos?.parecidos ?? false,
    }
  }

  return { consultar }
}

interface Tally {
  shown: number[]
  add: (row: number, verdict: number) => void
  without: (filtro: Filtro) => number
  conteos: () => Conteos
}

/** Sets of values are counted, and their values only at the end: there are few of them, and many rows. */
function createTally(dimensions: readonly Dimension[]): Tally {
  const counts = dimensions.map(({ sets }) => new Uint32Array(sets.length))
  const failed = new Uint32Array(dimensions.length + 1)
  const shown: number[] = []

  function count(at: number, row: number): void {
    const line = counts[at]
    const set = dimensions[at]?.setOf[row] ?? 0
    if (line) line[set] = (line[set] ?? 0) + 1
  }

  function add(row: number, verdict: number): void {
    if (verdict === HIDDEN) return
    if (verdict === SHOWN) {
      shown.push(row)
      for (let at = 0; at < counts.length; at += 1) count(at, row)
      return
    }
    failed[verdict] = (failed[verdict] ?? 0) + 1
    count(verdict, row)
  }

  return {
    shown,
    add,
    without: (filtro) => failed[filtro === 'q' ? dimensions.length : FACETAS.indexOf(filtro)] ?? 0,
    conteos: () => recordOf(FACETAS, (faceta, at) => toMap(dimensions[at], counts[at])) as Conteos,
  }
}

/** Verdict on a row: shown, not even almost, or the position of the only filter in which it fails (the words come after the last). */
const SHOWN = -1
const HIDDEN = -2

interface Test {
  at: number
  setOf: Uint16Array
  /** Whether each set of values is asked for. */
  passes: Uint8Array
}

interface Asked {
  tests: readonly Test[]
  puntos: Uint8Array | null
  left: Uint8Array
}

function testsOf(filtros: Filtros, dimensions: readonly Dimension[]): Test[] {
  return dimensions.flatMap(({ values, setOf, sets }, at) => {
    const value = filtros[FACETAS[at] as Faceta]
    const code = values.indexOf(value)
    return value ? [{ at, setOf, passes: Uint8Array.from(sets, (codes) => Number(codes.includes(code))) }] : []
  })
}

function judge(row: number, { tests, puntos, left }: Asked): number {
  const unnamed = puntos !== null && puntos[row] === 0
  // A person who was substituted is found by her name only: the place is her successor's.
  if (left[row] === 1 && (puntos === null || unnamed)) return HIDDEN
  const verdict = judgeFilters(row, tests)
  if (!unnamed) return verdict
  return verdict === SHOWN ? FACETAS.length : HIDDEN
}

function judgeFilters(row: number, tests: readonly Test[]): number {
  let verdict = SHOWN
  for (const { at, setOf, passes } of tests) {
    if (passes[setOf[row] ?? 0] === 1) continue
    if (verdict !== SHOWN) return HIDDEN
    verdict = at
  }
  return verdict
}

function codify(rows: readonly (readonly (string | null)[])[]): Dimension {
  const values = new Map<string, number>()
  const codes = new Map<string, number>()
  const sets: number[][] = []
  const setOf = Uint16Array.from(rows, (row) => {
    const key = row.join('\n')
    const known = codes.get(key)
    if (known !== undefined) return known
    sets.push(
      row.flatMap((value) => {
        if (value === null) return []
        if (!values.has(value)) values.set(value, values.size)
        return [values.get(value) ?? 0]
      }),
    )
    codes.set(key, sets.length - 1)
    return sets.length - 1
  })
  return { values: [...values.keys()], setOf, sets }
}

function toMap(dimension: Dimension | undefined, counts: Uint32Array | undefined): Map<string, number> {
  const totals = new Map<string, number>(dimension?.values.map((value) => [value, 0]))
  dimension?.sets.forEach((codes, set) => {
    for (const code of codes) {
      const value = dimension.values[code] ?? ''
      totals.set(value, (totals.get(value) ?? 0) + (counts?.[set] ?? 0))
    }
  })
  return totals
}

/** Whole words before beginnings; among equals the order stays. */
function byPoints(rows: readonly number[], { puntos }: Hallazgos): number[] {
  const piles: number[][] = []
  for (const row of rows) (piles[puntos[row] ?? 0] ??= []).push(row)
  return piles.reverse().flatMap((pile) => pile)
}
