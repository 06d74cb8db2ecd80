import { outcome } from '@conoceles/api-client'
import { shallowRef } from 'vue'
import { client } from '../api.ts'
import type { Acuerdo } from '../api-types.ts'

/** A proceso has some dozens; beyond this one looks for them by number. */
const MAX = 300

/** The acuerdos of the proceso, to choose one from a list. An account that may not see them gets none. */
export function useAcuerdos() {
  const acuerdos = shallowRef<Acuerdo[]>([])

  async function readAcuerdos(): Promise<void> {
    let despues: string | undefined
    do {
      const part = await outcome(client.GET('/api/v1/acuerdos', { params: { query: { despues } } }))
      if (!part.ok) return
      acuerdos.value = [...acuerdos.value, ...part.data.elementos]
      despues = part.data.siguiente ?? undefined
    } while (despues !== undefined && acuerdos.value.length < MAX)
  }

  return { acuerdos, readAcuerdos }
}
