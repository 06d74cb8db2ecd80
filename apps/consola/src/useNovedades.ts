import { onBeforeUnmount, onMounted, watch, type Ref } from 'vue'
import { useNovedadesStore } from './stores/novedades.ts'

const EVERY_MS = 60_000

/** Asks how many novedades there are, once a minute and only while somebody looks at the page. */
export function useNovedades(wanted: Readonly<Ref<boolean>>): void {
  const novedades = useNovedadesStore()
  let askedAt = -EVERY_MS

  function ask(): void {
    if (!wanted.value || document.visibilityState !== 'visible' || performance.now() - askedAt < EVERY_MS) return
    askedAt = performance.now()
    void novedades.refresh()
  }

  // Another account has others.
  watch(wanted, () => {
    novedades.sinLeer = 0
    askedAt = -EVERY_MS
    ask()
  })
  const timer = setInterval(ask, EVERY_MS)
  onMounted(() => {
    ask()
    document.addEventListener('visibilitychange', ask)
  })
  onBeforeUnmount(() => {
    clearInterval(timer)
    document.removeEventListener('visibilitychange', ask)
  })
}
