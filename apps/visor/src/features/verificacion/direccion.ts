import { ID_O_COMIENZO } from '@conoceles/domain/comparacion'

/** The id of a candidatura, or its beginning, in the address of one of its pages, or written alone; null where there is none. */
export function idIn(written: string): string | null {
  const [, id = ''] = /(?:^|\/candidaturas\/|\/verificar\/\d{1,9}\/)([0-9a-f-]{7,36})(?:[/?#].*)?$/.exec(written.trim().toLowerCase()) ?? []
  return ID_O_COMIENZO.test(id) ? id : null
}
