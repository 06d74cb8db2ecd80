import type { Sourced } from '../base/sourced.ts'

/**
 * In which order those who compete for the same are shown. `sorteo_diario`: each day another, drawn from the date, the same for everybody.
 * `boleta`: as they stand on the ballot.
 */
export const ORDENES_PRESENTACION = ['sorteo_diario', 'boleta'] as const
export type OrdenPresentacion = (typeof ORDENES_PRESENTACION)[number]

/** Duties of a cargo, in plain words. */
export interface FuncionCargo extends Sourced {
  cargo: string
  resumen: string
  funciones: string[]
}

export interface PreguntaFrecuente extends Sourced {
  clave: string
  pregunta: string
  /** Paragraphs. */
  respuesta: string[]
}

/** Things that a voter needs to know to vote: papers, hours, what a printed ballot holds. A pack has only what a source says. */
export interface IndicacionVotar extends Sourced {
  clave: string
  titulo: string
  /** Paragraphs. */
  texto: string[]
  /** Whether it stands before the ballots: things that one needs to get there. */
  antes?: boolean
}

/** Ways to mark a paper ballot. */
export const FORMAS_MARCAR = ['recuadro'] as const
export type FormaMarcar = (typeof FORMAS_MARCAR)[number]

/** One paper ballot: the sheet on which a voter makes one mark. */
export interface BoletaPack extends Sourced {
  clave: string
  nombre: string
  /** Cargos that stand on its front, in order: the first is headed by the person whose portrait represents the emblem. */
  frente: string[]
  /** Cargos whose lists are printed on its back. */
  reverso: string[]
  /** How one votes on it, a sentence each. */
  comoSeVota: string[]
  /** How an alliance looks on it; absent: nothing is said. */
  alianza?: string
  /** How it is marked; absent: nothing is said, and nobody practises on it. `recuadro`: one box, or several of one alliance. */
  seMarca?: FormaMarcar
  /** Legal day on which it was printed; absent while nobody said it. A person who enters a place afterwards is not on it. */
  impresa?: string
}

/**
 * The site explained in easy reading: one idea a sentence, words of every day.
 * Source: Inclusion Europe, "Información para todos" (European standards for easy-to-read information).
 */
export interface LecturaFacilPack extends Sourced {
  /** A group of readers that tried it, and on which day; null: nobody yet, and the page says so. */
  validacion: { quien: string; fecha: string } | null
  apartados: ApartadoFacil[]
}

export interface ApartadoFacil {
  clave: string
  titulo: string
  partes: { titulo: string | null; frases: string[] }[]
  /** The page that it is about. */
  enlace: { direccion: string; texto: string } | null
}

/** How citizens consult: ballots, order, filters and explanations. */
export interface ConsultaPack {
  orden: { clave: OrdenPresentacion } & Sourced
  /** Clave of the public table of the statistics whose question is the filter by studies; null: there is no such filter. */
  escolaridad: string | null
  /** In the order in which a voter gets them. Absent where the pack was loaded before it named them: each cargo is then on one of its own. */
  boletas?: BoletaPack[]
  /** Why a municipio that elects by sistemas normativos has no candidaturas to its ayuntamiento: paragraphs. Absent where the pack was loaded before. */
  sistemasNormativos?: { texto: string[] } & Sourced
  /** Ballots of another election that is voted on the same day and that this system does not show: paragraphs. */
  otrasBoletas?: { texto: string[] } & Sourced
  /** The page on which somebody looks up her casilla, of the authority that places them. Absent: nobody said which. */
  casilla?: { nombre: string; direccion: string } & Sourced
  funciones: FuncionCargo[]
  preguntas: PreguntaFrecuente[]
  /** Absent: there is no such version. */
  lecturaFacil?: LecturaFacilPack
  /** Beside the ballots, in the order in which they are told. Absent where the pack was loaded before there were any. */
  votar?: IndicacionVotar[]
  /** Day on which the institute last reviewed the site's words on its accessibility. Absent: no day is told. */
  accesibilidad?: { revisada: string } & Sourced
}
