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

/**
 * Something that a label names; `campos`: questions of one name that only a number tells apart; `dudosa`: one of several questions, or one that somebody
 * has to say; `fuera`: nothing that is wanted; `personal`: data of hers that are never published.
 */
export type Reconocida = { campo: string } | { campos: string[] } | { dato: Dato } | 'dudosa' | 'fuera' | 'personal'

/** Questions of a cuestionario in the order of its pages. */
export function preguntasDe(compiled: CompiledCuestionario): PreguntaEscrita[] {
  return seccionesDe(compiled).flatMap(({ clave: seccion, campos }) =>
    campos.flatMap((campo) => {
      const question = preguntaDe(compiled, campo)
      return question ? [{ campo, titulo: question.title, descripcion: question.description ?? null, seccion, question }] : []
    }),
  )
}

/** Questions of a catalogue whose title has all words of this one's, and more: they ask more of the same. */
export function ademasDe(preguntas: readonly PreguntaEscrita[], campo: string): PreguntaEscrita[] {
  const own = preguntas.find((pregunta) => pregunta.campo === campo)
  if (!own?.question.enum) return []
  const words = wordsOf(own.titulo)
  return preguntas.filter((other) => {
    const more = other.campo === campo || !other.question.enum ? [] : wordsOf(other.titulo)
    return more.length > words.length && words.every((word) => more.includes(word))
  })
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
  const named = preguntas.map((pregunta) => ({
    pregunta,
    names: namesOf(pregunta).map(wordsOf),
    clave: wordsOf(pregunta.campo.replaceAll('_', ' ')),
  }))
  return (etiqueta) => {
    const said = dichas.get(plainKey(etiqueta))
    if (said === null) return 'fuera'
    if (said !== undefined) return preguntas.some(({ campo }) => campo === said) ? { campo: said } : null
    return unsaid(etiqueta, named)
  }
}

function unsaid(etiqueta: string, named: readonly Named[]): Reconocida | null {
  if (CUENTAN.has(plainKey(etiqueta))) return 'fuera'
  const dato = datoDe(etiqueta)
  if (dato) return { dato }
  const found = preguntaDeWords(wordsOf(etiqueta), named)
  return isPersonal(etiqueta) && (found === null || found === 'dudosa') ? 'personal' : found
}

/** Heads of a column that only counts its rows. */
const CUENTAN = new Set(['no', 'n', 'num', 'numero', 'consecutivo', 'cons'])

/** Data of a persona that no question publishes, or only asks of her in the identity cuestionario. */
const PERSONALES = new Set(
  'afromexicana celular curp discapacidad domicilio edad elector etnia indigena interno nacimiento ocr particular personal rfc sexo'.split(
    ' ',
  ),
)
const DE_CAMPANIA = new Set(['campana', 'publica', 'publico'])

function isPersonal(etiqueta: string): boolean {
  const words = plainKey(etiqueta).split(' ')
  return words.some((word) => PERSONALES.has(word)) && !words.some((word) => DE_CAMPANIA.has(word))
}

interface Named {
  pregunta: PreguntaEscrita
  /** Words of its title, with and without what stands in parentheses. */
  names: string[][]
  /** Words of its clave, which is short: it has to be nearly all of the label. */
  clave: string[]
}

function preguntaDeWords(words: string[], named: readonly Named[]): Reconocida | null {
  if (words.every((word) => DIGITS.test(word))) return null
  const campos = numberedBy(words, named)
  if (campos.length > 1) return { campos }
  const [best, second] = named
    .map((each) => ({ pregunta: each.pregunta, likeness: nearest(words, each) }))
    .filter(({ pregunta, likeness }) => likeness >= (isDelicate(pregunta) ? 1 : LIKE))
    .sort((a, b) => b.likeness - a.likeness)
  if (best === undefined) return partOfSome(words, named)
  const apart = second === undefined || best.likeness === 1 || best.likeness - second.likeness >= APART
  return apart ? { campo: best.pregunta.campo } : 'dudosa'
}

function nearest(words: string[], { names, clave }: Named): number {
  const byClave = likenessOf(words, clave)
  return Math.max(...names.map((name) => likenessOf(words, name)), byClave >= LIKE_CLAVE ? byClave : 0)
}

/** Questions that have all these words, and only a number more. */
function numberedBy(words: string[], named: readonly Named[]): string[] {
  const isNumbered = (name: string[]) => name.length === words.length + 1 && name.every((word) => words.includes(word) || DIGITS.test(word))
  return named.filter(({ names }) => names.some(isNumbered)).map(({ pregunta }) => pregunta.campo)
}

/** Whether all the others ask more of the same: their titles have its words, and more. */
function isBase({ names }: Named, found: readonly Named[]): boolean {
  const [own = []] = names
  return found.every(({ names: [other = []] }) => own.every((word) => other.includes(word)))
}

/** The one question that has all these words and more. */
function partOfSome(words: string[], named: readonly Named[]): Reconocida | null {
  const found = named.filter(({ names, clave }) => [...names, clave].some((name) => words.every((word) => name.includes(word))))
  const [only] = found.length > 1 ? found.filter((each) => isBase(each, found)) : found
  if (only === undefined) return found.length > 0 ? 'dudosa' : null
  return isDelicate(only.pregunta) && !words.some((word) => DE_CAMPANIA.has(word)) ? 'dudosa' : { campo: only.pregunta.campo }
}

const DIGITS = /^\d+$/
const LIKE = 0.6
const LIKE_CLAVE = 0.8
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

function namesOf({ titulo }: PreguntaEscrita): string[] {
  return [titulo, titulo.replaceAll(/\([^()]*\)/g, ' ')]
}

const SIN_PESO = new Set('a al antes con de del el en es he la las lo los me mi mis o para por que se su sus un una y'.split(' '))

/** How people write what a question says in other words. */
const IGUALES: Readonly<Record<string, string>> = {
  ...{ face: 'facebook', fb: 'facebook', ig: 'instagram', insta: 'instagram', yt: 'youtube', tel: 'telefono' },
  ...{ dedica: 'historia laboral', dedicado: 'historia laboral', dedico: 'historia laboral', experiencia: 'historia' },
  ...{ nivel: 'grado', ultimo: 'maximo' },
}

/** Words that say something, without number or accents, each once. */
function wordsOf(text: string): string[] {
  const words = plainKey(text.replace(NUMERAL, '')).split(' ')
  const own = words.filter((word) => word !== '' && !SIN_PESO.has(word)).map(singular)
  return [...new Set(own.flatMap((word) => (IGUALES[word] ?? word).split(' ')))]
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
