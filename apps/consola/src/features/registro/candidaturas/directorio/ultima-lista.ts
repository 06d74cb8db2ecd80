import type { Outcome } from '@conoceles/api-client'
import type { CandidaturaListada } from '../../../../api-types.ts'
import { listCandidaturas } from './directorio.api.ts'
import type { Consulta } from './filters.ts'

let asked: Consulta = {}

/** Notes the list that a candidatura is opened from: its acts go on to the next one of the same list. */
export function rememberLista(last: Consulta): void {
  asked = last
}

const PART = 100

/**
 * The complete candidatura that follows this one in the last list, or the first one when none follows; null: no other is complete. Of all
 * candidaturas, while no list was opened.
 */
export async function nextCompleta(id: string): Promise<Pick<CandidaturaListada, 'id' | 'nombre'> | null> {
  let first: CandidaturaListada | null = null
  let passed = false
  let despues: string | undefined
  do {
    const part = await readPart(despues)
    if (!part.ok) return null
    for (const each of part.data.elementos) {
      if (each.id === id) passed = true
      else if (passed) return each
      else first ??= each
    }
    despues = part.data.siguiente ?? undefined
  } while (despues !== undefined)
  return first
}

function readPart(despues: string | undefined): Promise<Outcome<{ elementos: CandidaturaListada[]; siguiente?: string | null }>> {
  return listCandidaturas({ ...asked, estatusCaptura: 'completa', estatus: 'aprobada' }, despues, PART)
}
