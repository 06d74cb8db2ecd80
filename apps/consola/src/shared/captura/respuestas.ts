import type { Respuestas } from '../../api-types.ts'
import { t } from '../../messages/index.ts'

/** Whether two sets of respuestas say the same, in any order of their keys; a blank equals its absence. */
export function sameRespuestas(one: Respuestas, other: Respuestas): boolean {
  return canonical(one) === canonical(other)
}

/** Whether two respuestas to one question say the same. */
export function sameRespuesta(one: unknown, other: unknown): boolean {
  return canonical({ value: one }) === canonical({ value: other })
}

/** A respuesta as a person reads it. */
export function respuestaText(value: unknown): string {
  if (Array.isArray(value)) return value.map(String).join('\n')
  if (typeof value === 'boolean') return t(value ? 'comun.si' : 'comun.no')
  return isBlank(value) ? '' : String(value)
}

export function isBlank(value: unknown): boolean {
  return value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0)
}

function canonical(respuestas: Respuestas): string {
  const filled = Object.entries(respuestas).filter(([, value]) => !isBlank(value))
  return JSON.stringify(filled.sort(([one], [other]) => (one < other ? -1 : 1)))
}

/** Question with its remark: "¿Tiene alguna discapacidad? Falta responder", "Correo: no está completo". */
export function aboutQuestion(title: string, text: string): string {
  return /[?:.]$/.test(title) ? `${title} ${text}` : `${title}: ${text}`
}
