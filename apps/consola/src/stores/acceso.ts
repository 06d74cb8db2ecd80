import { defineStore } from 'pinia'
import { computed, ref, shallowRef } from 'vue'
import type { Auth, Cuenta } from '../api-types.ts'
import { deviceNow } from '../shared/guardado/este-equipo.ts'

/** The signed-in account. The token lives here and nowhere else: it never touches the disk. */
export const useAccesoStore = defineStore('acceso', () => {
  const accessToken = ref<string | null>(null)
  const cuenta = shallowRef<Cuenta | null>(null)
  /** Becomes true once somebody answered to the cookie: before that nobody knows whether there is an account. */
  const resolved = ref(false)
  /** The server cannot be asked: what is shown is of the last visit. */
  const sinRed = ref(false)
  /** When the access ends, in milliseconds of this device's clock. */
  const terminaEn = ref<number | null>(null)

  const entered = computed(() => cuenta.value !== null && (accessToken.value !== null || sinRed.value))

  function enter({ accessToken: token, cuenta: account, segundosRestantes }: Auth): void {
    accessToken.value = token
    terminaEn.value = deviceNow() + segundosRestantes * 1_000
    cuenta.value = account
    resolved.value = true
    sinRed.value = false
  }

  function leave(): void {
    accessToken.value = null
    cuenta.value = null
    resolved.value = true
    sinRed.value = false
  }

  /** The account of this device's last visit: no token, and nobody asked the server. */
  function enterWithoutNetwork(account: Cuenta): void {
    cuenta.value = account
    sinRed.value = true
  }

  function loseNetwork(): void {
    if (cuenta.value !== null) sinRed.value = true
  }

  function puede(permiso: string): boolean {
    return cuenta.value?.permisos.includes(permiso) ?? false
  }

  return { accessToken, cuenta, resolved, sinRed, terminaEn, entered, enter, leave, enterWithoutNetwork, loseNetwork, puede }
})
