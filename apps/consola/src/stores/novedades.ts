import { outcome } from '@conoceles/api-client'
import { defineStore } from 'pinia'
import { ref } from 'vue'
import { client } from '../api.ts'

/** How many novedades the account has not read: for the bell of every page, and for the page that lists them. */
export const useNovedadesStore = defineStore('novedades', () => {
  const sinLeer = ref(0)

  /** The last number stays where the server does not answer: the page itself says what failed. */
  async function refresh(): Promise<void> {
    const result = await outcome(client.GET('/api/v1/novedades/sin-leer'))
    if (result.ok) sinLeer.value = result.data.sinLeer
  }

  return { sinLeer, refresh }
})
