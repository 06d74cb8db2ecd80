import type { CompiledCuestionario, Question, Respuestas, TextRules } from '../document.ts'
import { cleanEmail, cleanPhone, cleanText } from '../text.ts'
import { cleanAccount, cleanAddress } from './addresses.ts'
import { sectionOf, sinOcultas, withSection } from './visibility.ts'

/**
 * Normalised copy of the respuestas of a section: texts in NFC, with LF and without blanks at the ends, U+0000, lone surrogates or bidi
 * controls; phones as digits; addresses whole; no blanks (null, empty text, empty list) and no respuesta to a hidden question. Idempotent.
 * `todas`: respuestas of all sections, for rules that look at another one. Without it only the section itself is looked at:
 * a question that depends on another section is visible only if a blank there shows it.
 * Keys that are no question stay, for `checkRespuestas` to name. Throws on an unknown section.
 */
// eslint-disable-next-line max-params -- the answers of a section, and the rest that its rules read
export function cleanRespuestas(c: CompiledCuestionario, seccion: string, respuestas: Respuestas, todas: Respuestas = {}): Respuestas {
  const section = sectionOf(c, seccion)
  const cleaned = Object.fromEntries(
    Object.entries(respuestas)
      .map(([campo, value]): [string, unknown] => [campo, cleanValue(c.questions.get(campo), value)])
      .filter(([, value]) => value !== undefined),
  )
  const visible = sinOcultas(c, withSection(c, seccion, { respuestas: cleaned, todas }))
  const hidden = (campo: string): boolean => section.campos.includes(campo) && !Object.hasOwn(visible, campo)
  return Object.fromEntries(Object.entries(cleaned).filter(([campo]) => !hidden(campo)))
}

function cleanValue(question: Question | undefined, value: unknown): unknown {
  if (typeof value === 'string') return cleanLine(question, value)
  if (!Array.isArray(value)) return value ?? undefined
  const lines = value.map((line: unknown) => (typeof line === 'string' ? cleanLine(question, line) : (line ?? undefined)))
  const filled = lines.filter((line) => line !== undefined)
  if (filled.length === 0) return undefined
  return question?.items?.enum === undefined ? filled : [...new Set(filled)]
}

function cleanLine(question: Question | undefined, text: string): string | undefined {
  const cleaned = writtenLine(question, text)
  return cleaned === '' ? undefined : cleaned
}

/** One line as it is kept: what was written, or the phone, the address or the e-mail that it means. */
export function writtenLine(question: Question | undefined, text: string): string {
  const cleaned = cleanText(text)
  if (question?.['x-presentacion'] === 'telefono') return cleanPhone(cleaned)
  return question === undefined ? cleaned : cleanFormat(question.items ?? question, cleaned)
}

function cleanFormat({ format, hosts }: Pick<TextRules, 'format' | 'hosts'>, text: string): string {
  if (format === 'email') return cleanEmail(text)
  if (format !== 'enlace') return text
  return hosts === undefined ? cleanAddress(text) : cleanAccount(text, hosts)
}
