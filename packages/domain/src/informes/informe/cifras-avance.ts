import { ESTATUS_CAPTURA, type EstatusCaptura } from '../../registro/estatus.ts'

/** Candidaturas of one cargo and one actor político, counted where they are kept. Those in force, but for the last two. */
export interface ConteoAvance {
  cargo: string
  actor: string
  porEstatus: Record<EstatusCaptura, number>
  /** Complete after their term, of those in force. */
  extemporaneas: number
  /** Their term is over and their captura is not complete. */
  vencidas: number
  sustituidas: number
  canceladas: number
}

/** Counts of one row, as the public page of the statistics tells them. */
export interface ConteoPublico {
  clave: string
  registradas: number
  conCaptura: number
  verificadas: number
}

export interface RenglonAvance {
  clave: string
  nombre: string
  /** Principle of a cargo; kind of an actor político. */
  clase: string
}

/** Total figures of an earlier cut, for comparison. */
export interface AvanceAnterior {
  /** "corte 2 del informe 11.13, lunes 22 de abril de 2024". */
  nombre: string
  cifras: Record<string, number>
}

export interface DatosAvance {
  conteos: readonly ConteoAvance[]
  cargos: readonly RenglonAvance[]
  actores: readonly RenglonAvance[]
  publico: { corte: string; cargos: readonly ConteoPublico[]; actores: readonly ConteoPublico[] } | null
  anterior: AvanceAnterior | null
}

/** The figures of some candidaturas. Universe = compliant + not captured + returned, always. */
export interface CifrasAvance {
  universo: number
  capturadas: number
  validadas: number
  verificadas: number
  cumplen: number
  pendientes: number
  sinCaptura: number
  enCaptura: number
  conObservaciones: number
  extemporaneas: number
  vencidas: number
  sustituidas: number
  canceladas: number
}

/** Adds up the counts. `validada`, observed, in correction and verified were all validated once. */
export function cifrasAvance(conteos: readonly ConteoAvance[]): CifrasAvance {
  const en = (...which: EstatusCaptura[]) => sum(conteos.map(({ porEstatus }) => sum(which.map((each) => porEstatus[each]))))
  const universo = en(...ESTATUS_CAPTURA)
  const conObservaciones = en('observada', 'en_correccion')
  const cumplen = en('completa', 'validada', 'verificada')
  return {
    universo,
    capturadas: cumplen + conObservaciones,
    validadas: en('validada', 'verificada') + conObservaciones,
    verificadas: en('verificada'),
    cumplen,
    pendientes: universo - cumplen,
    sinCaptura: en('sin_captura'),
    enCaptura: en('en_captura'),
    conObservaciones,
    extemporaneas: sum(conteos.map((each) => each.extemporaneas)),
    vencidas: sum(conteos.map((each) => each.vencidas)),
    sustituidas: sum(conteos.map((each) => each.sustituidas)),
    canceladas: sum(conteos.map((each) => each.canceladas)),
  }
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, each) => total + each, 0)
}
