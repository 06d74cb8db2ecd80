import { api } from '../../api.ts'
import type { Candidatura, CandidaturaListada, Lista } from '../../api-types.ts'
import type { Filters } from './filters.ts'

export function listCandidaturas(filters: Filters, despues: string | undefined) {
  return api.get<Lista<CandidaturaListada>>('/candidaturas', { query: { ...filters, despues } })
}

export function readCandidatura(id: string) {
  return api.get<Candidatura>(`/candidaturas/${id}`)
}
