import type { Faltante } from '@conoceles/cuestionarios'
import type { Refused } from '../../../shared/guardado/refused.ts'

interface Sources {
  refused: readonly Refused[]
  faltantes: readonly Faltante[]
}

/** Sentences by question; refusals go before missing answers. */
export function reasonsByCampo({ refused, faltantes }: Sources): Record<string, string> {
  return Object.fromEntries([...faltantes, ...refused].map(({ campo, razones }) => [campo, razones.join(' ')]))
}
