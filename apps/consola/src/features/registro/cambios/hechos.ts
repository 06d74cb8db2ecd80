import type { Acuse, AdvertenciaCandidatura } from '../../../api-types.ts'

/** An act that was done, as its last page shows it. The entry of the history keeps it: a refresh or a back button shows it again. */
export interface CambioHecho {
  acuse: Acuse
  advertencias: AdvertenciaCandidatura[]
  acuerdoId: string | null
  /** Person who entered, after a sustitución. */
  candidaturaId?: string
  /** Person who left, after a restitución that displaced her. */
  sale?: string | null
}
