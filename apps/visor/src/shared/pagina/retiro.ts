import { NOMBRE_BLOQUEADO } from '@conoceles/domain/bloqueada'
import { fieldsOf } from '@conoceles/domain/typed'

/** Words on hidden data, or on a later step: when they go, more is shown. */
const NOTICES = new Set(['blanco', 'finDifusion', 'hasta', 'pausa', 'reserva', 'salida', 'siguiente'])
/** Keys that tell the items of a list apart. */
const KEYS = ['id', 'clave', 'grupo', 'sha256']

/**
 * Whether the present answer withholds something that an earlier one told: a text, a photograph, a badge, a name, or a person. Other words in the
 * same place withhold nothing.
 */
export function retira(before: unknown, now: unknown): boolean {
  if (isBlank(before)) return false
  if (isBlank(now)) return true
  if (Array.isArray(before)) return retiraDeLista(before, Array.isArray(now) ? now : [])
  if (!isRecord(before)) return now === NOMBRE_BLOQUEADO && before !== now
  const left = isRecord(now) ? now : {}
  return Object.entries(before).some(([name, value]) => !NOTICES.has(name) && retira(value, left[name]))
}

function isBlank(told: unknown): boolean {
  return told === null || told === undefined || told === ''
}

function retiraDeLista(before: readonly unknown[], now: readonly unknown[]): boolean {
  const left = new Map(now.map((each, at) => [keyOf(each, at), each]))
  return before.some((each, at) => retira(each, left.get(keyOf(each, at))))
}

function keyOf(each: unknown, at: number): unknown {
  const name = isRecord(each) ? KEYS.find((key) => key in each) : undefined
  return name === undefined ? at : fieldsOf(each)[name]
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null
}
