import { outcome } from '@conoceles/api-client'
import { shallowRef } from 'vue'
import { client } from '../api.ts'
import type { RemisionListada } from '../api-types.ts'

/** The remisiones of one entregable, newest first. An account that may not see them gets none. */
export function useRemisiones() {
  const remisiones = shallowRef<RemisionListada[]>([])

  async function readRemisiones(entregable: string): Promise<void> {
    const result = await outcome(client.GET('/api/v1/remisiones', { params: { query: { entregable } } }))
    remisiones.value = result.ok ? result.data.elementos : []
  }

  return { remisiones, readRemisiones }
}
