import { defineStore } from 'pinia'
import { computed, ref, shallowRef } from 'vue'
import type { Cuenta } from '../api-types.ts'

/** The signed-in account. The token lives here and nowhere else: it never touches the disk. */
export const useAccesoStore = defineStore('acceso', () => {
  const accessToken = ref<string | null>(null)
  const cuenta = shallowRef<Cuenta | null>(null)
  /** Becomes true once somebody answered to the cookie: before that nobody knows whether there is an account. */
  const resolved = ref(false)

  const entered = computed(() => accessToken.value !== null && cuenta.value !== null)

  function enter(token: string, account: Cuenta): void {
    accessToken.value = token
    cuenta.value = account
    resolved.value = true
  }

  function leave(): void {
    accessToken.value = null
    cuenta.value = null
    resolved.value = true
  }

  function puede(permiso: string): boolean {
    return cuenta.value?.permisos.includes(permiso) ?? false
  }

  return { accessToken, cuenta, resolved, entered, enter, leave, puede }
})
