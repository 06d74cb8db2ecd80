import { masCercana, plainKey } from '@conoceles/domain'
import type { Question } from '@conoceles/cuestionarios'

/** A text of a file as the respuesta to a question; a text that can be none says why. */
export type Valor = { valor: unknown } | { razon: string }

/** @param texto as the file has it, its lines apart */
export function valorDe(question: Question, texto: string): Valor {
  return VALORES[question.type](question, texto)
}

const VALORES: Record<Question['type'], (question: Question, texto: string) => Valor> = {
  string: ({ enum: options, pattern }, texto) => {
    if (options) return opcionDe(options, texto)
    const digits = texto.replaceAll(/\D/g, '')
    // A telephone is written with its pauses.
    return { valor: pattern !== undefined && new Set(texto.replaceAll(TELEFONICO, '')).size === 0 ? digits.slice(-10) : texto.trim() }
  },
  boolean: (_, texto) => {
    const key = plainKey(texto)
    return key === 'si' || key === 'no' ? { valor: key === 'si' } : { razon: 'Se esperaba sí o no.' }
  },
  integer: (_, texto) => (/^\s*-?\d{1,9}\s*$/.test(texto) ? { valor: Number(texto) } : { razon: 'Se esperaba un número entero.' }),
  array: ({ items }, texto) => {
    const lines = linesOf(texto, items?.enum)
    if (!items?.enum) return { valor: lines }
    const options = items.enum
    const found = lines.map((line) => opcionDe(options, line))
    const wrong = found.find((each) => 'razon' in each)
    return wrong ?? { valor: [...new Set(found.flatMap((each) => ('valor' in each ? [each.valor] : [])))] }
  },
}

const TELEFONICO = /[\d\s().+-]/g

/** Rows of a list: each line one, without its bullet; of a catalogue also what commas part. */
function linesOf(texto: string, catalogue: readonly string[] | undefined): string[] {
  const marks = catalogue ? /[\n;,]/ : /[\n;]/
  return texto
    .split(marks)
    .map((line) => line.replace(BULLET, '').trim())
    .filter((line) => line !== '')
}

const BULLET = /^\s*(?:[•·▪◦*–—-]|\d{1,2}[.)])\s+/

function opcionDe(options: readonly string[], texto: string): Valor {
  const key = plainKey(texto)
  const same = options.find((option) => plainKey(option) === key)
  if (same !== undefined) return { valor: same }
  const begun = options.filter((option) => key.startsWith(plainKey(option)))
  const [only, ...others] = begun.length > 0 ? begun : mentioned(options, texto)
  if (only !== undefined && others.length === 0) return { valor: only }
  const near = masCercana(
    texto,
    options.map((nombre) => ({ clave: nombre, nombre })),
  )
  return { razon: `«${texto.slice(0, SHOWN)}» no es una de las opciones${near ? `; la más cercana es «${near.nombre}»` : ''}.` }
}

/** Options whose words are all in the text, in the words that people use for them. */
function mentioned(options: readonly string[], texto: string): string[] {
  const words = plainKey(texto)
    .split(' ')
    .flatMap((word) => (IGUALES[word] ?? word).split(' '))
  return options.filter((option) =>
    plainKey(option)
      .split(' ')
      .every((word) => words.includes(word)),
  )
}

const IGUALES: Readonly<Record<string, string>> = {
  ...{ bachiller: 'preparatoria', bachillerato: 'preparatoria', prepa: 'preparatoria', tecnico: 'tecnica' },
  ...{ ing: 'licenciatura', ingenieria: 'licenciatura', lic: 'licenciatura', licenciada: 'licenciatura', licenciado: 'licenciatura' },
  ...{ universidad: 'licenciatura', cedula: 'cedula profesional', titulada: 'titulo', titulado: 'titulo', trunco: 'trunca' },
}

/**
 * Answer that the text of one question holds for another one of a catalogue that asks more of the same («Maestría (trunca)»: the grado, and its
 * estatus); null where it has none.
 */
export function valorAdemas(question: Question, texto: string): string | null {
  const [only, ...others] = mentioned(question.enum ?? [], texto)
  return only !== undefined && others.length === 0 ? only : null
}

const SHOWN = 60
