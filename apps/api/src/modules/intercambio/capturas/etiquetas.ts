import { plainKey, reconocerColumnas } from '@conoceles/domain'
import { preguntaDe, seccionesDe, type CompiledCuestionario, type Question } from '@conoceles/cuestionarios'

/** A question of the cuestionario, as a file may name it. */
export interface PreguntaEscrita {
  campo: string
  titulo: string
  descripcion: string | null
  seccion: string
  question: Question
}

/** Data by which a file says whose its answers are. */
export const DATOS = ['nombre', 'primer_apellido', 'segundo_apellido', 'clave', 'folio', 'lugar', 'cargo'] as const
export type Dato = (typeof DATOS)[number]

/** Something that a label names; `dudosa`: one of several questions, or one that somebody has to say; `fuera`: nothing that is wanted. */
export type Reconocida = { campo: string } | { dato: Dato } | 'dudosa' | 'fuera'

/** Questions of a cuestionario in the order of its pages. */
export function preguntasDe(compiled: CompiledCuestionario): PreguntaEscrita[] {
  return seccionesDe(compiled).flatMap(({ clave: seccion, campos }) =>
    campos.flatMap((campo) => {
      const question = preguntaDe(compiled, campo)
      return question ? [{ campo, titulo: question.title, descripcion: question.description ?? null, seccion, question }] : []
    }),
  )
}

/**
 * Finds what labels name. A question is taken where its words are those of the label, or nearly. What goes to the public as an address, an e-mail or
 * a telephone is taken only under its whole name: «Teléfono» may be a private one. `dichas`: what somebody said of a label, by its plain key; null:
 * nothing of it is wanted.
 */
export function reconocedorDe(
  preguntas: readonly PreguntaEscrita[],
  dichas: ReadonlyMap<string, string | null>,
): (etiqueta: string) => Reconocida | null {
  const named = preguntas.map((pregunta) => ({ pregunta, names: namesOf(pregunta).map(wordsOf) }))
  return (etiqueta) => {
    const said = dichas.get(plainKey(etiqueta))
    if (said === null) return 'fuera'
    if (said !== undefined) return preguntas.some(({ campo }) => campo === said) ? { campo: said } : null
    if (CUENTAN.has(plainKey(etiqueta))) return 'fuera'
    const dato = datoDe(etiqueta)
    if (dato) return { dato }
    return preguntaDeWords(wordsOf(etiqueta), named)
  }
}

/** Heads of a column that only counts its rows. */
const CUENTAN = new Set(['no', 'n', 'num', 'numero', 'consecutivo', 'cons'])

interface Named {
  pregunta: PreguntaEscrita
  names: string[][]
}

function preguntaDeWords(words: string[], named: readonly Named[]): Reconocida | null {
  if (words.length === 0) return null
  const [best, second] = named
    .map(({ pregunta, names }) => ({ pregunta, likeness: Math.max(...names.map((name) => likenessOf(words, name))) }))
    .filter(({ pregunta, likeness }) => likeness >= (isDelicate(pregunta) ? 1 : LIKE))
    .sort((a, b) => b.likeness - a.likeness)
  if (best === undefined) return partOfSome(words, named)
  const apart = second === undefined || best.likeness === 1 || best.likeness - second.likeness >= APART
  return apart ? { campo: best.pregunta.campo } : 'dudosa'
}

/** The one question that has all these words and more. */
function partOfSome(words: string[], named: readonly Named[]): Reconocida | null {
  const [only, ...others] = named.filter(({ names }) => names.some((name) => words.every((word) => name.includes(word))))
  if (only === undefined) return null
  return others.length > 0 || isDelicate(only.pregunta) ? 'dudosa' : { campo: only.pregunta.campo }
}

const LIKE = 0.6
const APART = 0.1

/** Short texts that are published as they are, and tell where or how somebody is reached. */
function isDelicate({ question }: PreguntaEscrita): boolean {
  const { 'x-presentacion': presentacion, enum: options } = question
  return options === undefined && ['correo', 'telefono', 'texto', undefined].includes(presentacion)
}

/** Twice the words that both have, of all that they have. */
function likenessOf(a: readonly string[], b: readonly string[]): number {
  const both = a.filter((word) => b.includes(word)).length
  return (2 * both) / (a.length + b.length)
}

function namesOf({ campo, titulo }: PreguntaEscrita): string[] {
  return [titulo, titulo.replaceAll(/\([^()]*\)/g, ' '), campo.replaceAll('_', ' ')]
}

const SIN_PESO = new Set('a al antes con de del el en es la las lo los o para por que se su sus un una y'.split(' '))

/** Words that say something, without number or accents, each once. */
function wordsOf(text: string): string[] {
  const words = plainKey(text.replace(NUMERAL, '')).split(' ')
  return [...new Set(words.filter((word) => word !== '' && !SIN_PESO.has(word)).map(singular))]
}

const NUMERAL = /^\s*(?:\d{1,2}|[ivx]{1,4}|[a-z])\s*[.)-]+\s*/i

function singular(word: string): string {
  return word.length > 3 && word.endsWith('s') ? word.slice(0, -1) : word
}

const NOMBRES: Readonly<Record<string, Dato>> = {
  ...{ candidata: 'nombre', candidato: 'nombre', candidatura: 'nombre', 'persona candidata': 'nombre', 'nombre y apellidos': 'nombre' },
  ...{ 'nombre de la candidata': 'nombre', 'nombre del candidato': 'nombre', 'nombre de la persona candidata': 'nombre' },
  ...{ apellidos: 'primer_apellido', folio: 'folio', 'folio de la formula': 'folio' },
}

function datoDe(etiqueta: string): Dato | null {
  const key = plainKey(etiqueta.replace(NUMERAL, ''))
  const named = NOMBRES[key]
  if (named) return named
  const [columna] = Object.keys(reconocerColumnas([key]))
  return COLUMNAS[columna ?? ''] ?? null
}

const COLUMNAS: Readonly<Record<string, Dato>> = {
  nombre: 'nombre',
  primer_apellido: 'primer_apellido',
  segundo_apellido: 'segundo_apellido',
  clave: 'clave',
  demarcacion: 'lugar',
  cargo: 'cargo',
}
