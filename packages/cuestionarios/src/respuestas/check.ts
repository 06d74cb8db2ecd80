import type { ErrorObject } from 'ajv'
import localizeEs from 'ajv-i18n/localize/es/index.js'
import { cleanRespuestas } from './clean.ts'
import type { CompiledCuestionario, Question, Respuestas } from '../document.ts'
import { mostLines, sectionValidator } from './section-validator.ts'
import { contarSinBlancos, countCodePoints, countLines } from '../text.ts'

export interface RespuestaError {
  /** Key of the question, or the unknown key that was sent. */
  field: string
  /** Spanish sentences. */
  reasons: string[]
}

/**
 * Errors that not even a draft may hold: unknown key, wrong type, value outside the catalogue, over the maximum, address,
 * e-mail or phone that is none. Blanks and texts under their minimum are no errors here (see `faltantesDe`).
 * Respuestas are cleaned before they are judged, so those to hidden questions are not judged. Throws on an unknown section.
 * For the server: Ajv compiles with `new Function`, which the content security policy of the screens refuses.
 */
// eslint-disable-next-line max-params -- the answers of a section, and the rest that its rules read
export function checkRespuestas(c: CompiledCuestionario, seccion: string, respuestas: Respuestas, todas: Respuestas): RespuestaError[] {
  const validate = sectionValidator(c, seccion)
  if (validate(cleanRespuestas(c, seccion, respuestas, todas))) return []
  const reasons = new Map<string, Set<string>>()
  for (const error of validate.errors ?? []) {
    const field = fieldOf(error)
    reasons.set(field, (reasons.get(field) ?? new Set()).add(sentenceOf(error, c.questions.get(field))))
  }
  return [...reasons].map(([field, sentences]) => ({ field, reasons: [...sentences] }))
}

function fieldOf(error: ErrorObject): string {
  if (error.keyword === 'additionalProperties') return String(error.params['additionalProperty'])
  return unescapePointer(error.instancePath.split('/')[1] ?? '')
}

function unescapePointer(token: string): string {
  return token.replace(/~1/g, '/').replace(/~0/g, '~')
}

function sentenceOf(error: ErrorObject, question: Question | undefined): string {
  const sentence = SENTENCES[error.keyword]?.(error, question) ?? translated(error)
  const line = error.instancePath.split('/')[2]
  return line === undefined ? sentence : `Renglón ${Number(line) + 1}: ${sentence}`
}

const TYPES: Record<string, string> = { string: 'un texto', array: 'una lista', boolean: 'sí o no', integer: 'un número entero' }
const FORMATS: Record<string, string> = {
  enlace: 'Escriba la dirección completa de la página, con https:// al principio',
  email: 'Escriba un correo electrónico completo, por ejemplo nombre@dominio.mx',
}

const SENTENCES: Record<string, (error: ErrorObject, question: Question | undefined) => string> = {
  additionalProperties: () => 'Esta pregunta no está en la sección',
  type: (error) => `Se esperaba ${TYPES[String(error.params['type'])] ?? 'otro tipo de respuesta'}`,
  enum: () => 'Elija una de las opciones de la lista',
  sinBlancos: (error) => tooLong(String(error.data), maximumOf(error.schema)),
  maxLength: (error) => over(countCodePoints(String(error.data)), Number(error.params['limit']), ''),
  maxItems: (error) => `Admite hasta ${String(error.params['limit'])} renglones`,
  format: (error, question) => formatSentence(error, question) ?? translated(error),
  hosts: (error) => `La dirección debe ser de ${(error.schema as string[]).join(' o de ')}`,
  pattern: (error, question) => question?.['x-mensaje'] ?? question?.items?.['x-mensaje'] ?? translated(error),
}

function formatSentence(error: ErrorObject, question: Question | undefined): string | undefined {
  const format = String(error.params['format'])
  if (format !== 'enlace' || (question?.items ?? question)?.hosts === undefined) return FORMATS[format]
  return /\s/.test(String(error.data)) ? SHOWN_NAME : ACCOUNT
}

const ACCOUNT = 'Escriba el usuario de la cuenta, por ejemplo @nombre, o pegue la dirección de su página'
const SHOWN_NAME =
  'Con ese nombre no se llega a una sola página. Abra la suya, copie su dirección y péguela aquí, o escriba su usuario, como @nombre'

function tooLong(text: string, maximum: number): string {
  const length = contarSinBlancos(text)
  if (length > maximum) return over(length, maximum, ', sin contar espacios')
  const most = mostLines(maximum).toLocaleString('es-MX')
  return `Tiene ${countLines(text).toLocaleString('es-MX')} líneas (máximo ${most}). Junte las más cortas en párrafos`
}

function maximumOf(schema: unknown): number {
  return (schema as { maximo?: number }).maximo ?? Infinity
}

function over(length: number, maximum: number, unit: string): string {
  const excess = length - maximum
  const characters = excess === 1 ? 'Sobra 1 carácter' : `Sobran ${excess.toLocaleString('es-MX')} caracteres`
  return `${characters}${unit} (máximo ${maximum.toLocaleString('es-MX')})`
}

function translated(error: ErrorObject): string {
  const copy = { ...error }
  localizeEs([copy])
  return copy.message ?? 'La respuesta no se puede aceptar'
}
