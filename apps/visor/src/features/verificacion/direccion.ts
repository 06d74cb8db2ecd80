import { ID_O_COMIENZO } from '@conoceles/domain/comparacion'

const BEFORE = /^(?:candidaturas|\d{1,9})$/

/** The id of a candidatura, or its beginning, also where a document broke it, in the address of one of its pages, or written alone; null where there is none. */
export function idIn(written: string): string | null {
  const [address = ''] = written
    .replaceAll(/\p{Cf}|\s/gu, '')
    .toLowerCase()
    .split(/[?#]/)
  const parts = address.split('/')
  const id = parts.find((part, at) => ID_O_COMIENZO.test(part) && (at === 0 || BEFORE.test(parts[at - 1] ?? '')))
  return id ?? null
}
