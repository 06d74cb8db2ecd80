import { findMojibake, type Mojibake } from '@conoceles/domain'
import type { FieldError } from '../http/errors.ts'

/** A password is no text: its signs are its owner's. */
const OPAQUE = 'contrasena'

/** Every text of a body whose accents are broken, with its repair. The DTO has judged depth and length already. */
export function findBrokenAccents(value: unknown, field = ''): FieldError[] {
  if (typeof value === 'string') {
    const found = field === OPAQUE ? null : findMojibake(value)
    return found ? [{ field, reasons: [razonDeAcentos(found)], reparado: found.repaired }] : []
  }
  if (value === null || typeof value !== 'object') return []
  return Object.entries(value).flatMap(([key, item]) => findBrokenAccents(item, field === '' ? key : `${field}.${key}`))
}

/** Longest text, in characters, that a sentence quotes. The author of a longer one gets it whole, as a proposal. */
const MAX_QUOTED = 120

function razonDeAcentos({ repaired }: Mojibake): string {
  if (repaired === null) return 'Trae los acentos rotos y perdió letras. Escríbalo de nuevo.'
  return repaired.length > MAX_QUOTED ? 'Trae los acentos rotos.' : `Trae los acentos rotos. Quedaría así: «${repaired}».`
}
