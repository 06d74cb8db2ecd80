import { onBeforeUnmount, onMounted, shallowRef, watch, type ComputedRef, type ShallowRef } from 'vue'
import { useRouter } from 'vue-router'
import { api } from '../../api.ts'
import type { CorteVigente } from '../../api-types.ts'
import type { Recursos } from '../lista/conocidos.ts'
import { useRecursos } from './recursos.ts'
import { MARCO_PATH, PROCESO_PATH } from '../useProceso.ts'

interface Vigencia {
  /** Whether a newer version of the screen waits. */
  nueva: ComputedRef<boolean>
  traer: () => void
  /** Something was taken from the screen, because it is not public any more. */
  retirada: Recursos['withdrawn']
  /** Instant since which the device has the page in sight, when the server could not be asked; null when it could. */
  guardada: ComputedRef<string | null>
  /** The last corte that the device knows of, and when it did; null while it is not asked for. */
  corte: ShallowRef<{ corte: CorteVigente; en: string } | null>
}

const EVERY_MS = 60_000
/** A network that has just come back may not carry anything yet. */
const AGAIN_MS = 5_000

/**
 * Compares the screen with the public data of now. While somebody looks, it asks for the newest corte each minute and when the
 * network is back; only for another one does it ask again for the answers on the screen.
 */
export function useVigencia(): Vigencia {
  const recursos = useRecursos()
  const router = useRouter()
  let newest: number | null = null
  let last = 0
  let timer: ReturnType<typeof setInterval> | undefined
  let retry: ReturnType<typeof setTimeout> | undefined

  async function check(): Promise<void> {
    last = performance.now()
    const answer = await api.vigente()
    // An answer kept on the device is no news.
    if (!answer.ok || answer.storedAt !== undefined) return again()
    const renews = answer.data.numero !== newest || recursos.storedAt.value !== null
    newest = answer.data.numero
    if (renews) await Promise.all([recursos.renewAll([PROCESO_PATH, MARCO_PATH]), renewMarco()])
  }

  function again(): void {
    clearTimeout(retry)
    if (navigator.onLine && recursos.storedAt.value !== null) retry = setTimeout(checkIfSeen, AGAIN_MS)
  }

  /** The names around a page that is not made of them: they move nothing. */
  async function renewMarco(): Promise<void> {
    if (recursos.get(PROCESO_PATH) !== undefined) recursos.receive(PROCESO_PATH, await api.proceso())
  }

  const checkIfSeen = (): void => {
    if (document.visibilityState === 'visible') void check()
  }
  const checkIfDue = (): void => {
    if (performance.now() - last >= EVERY_MS) checkIfSeen()
  }
  const online = (): void => void check()

  onMounted(() => {
    last = performance.now()
    timer = setInterval(checkIfDue, EVERY_MS)
    document.addEventListener('visibilitychange', checkIfDue)
    addEventListener('online', online)
  })
  onBeforeUnmount(() => {
    clearInterval(timer)
    clearTimeout(retry)
    document.removeEventListener('visibilitychange', checkIfDue)
    removeEventListener('online', online)
  })

  // A page that one goes to is not being read yet.
  router.beforeResolve((to, from) => {
    if (to.path !== from.path) recursos.bring()
  })
  const { waiting: nueva, bring: traer, withdrawn: retirada, storedAt: guardada } = recursos
  return { nueva, traer, retirada, guardada, corte: useCorteGuardado(guardada) }
}

/** Corte of the answers that the device kept, for the page to name it. */
function useCorteGuardado(guardada: ComputedRef<string | null>): Vigencia['corte'] {
  const corte: Vigencia['corte'] = shallowRef(null)
  watch(guardada, async (storedAt) => {
    const answer = storedAt === null ? null : await api.vigente()
    corte.value = answer?.ok && answer.storedAt !== undefined ? { corte: answer.data, en: answer.storedAt } : null
  })
  return corte
}
