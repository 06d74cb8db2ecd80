import { onScopeDispose } from 'vue'
import { useBorradoresStore } from './stores/borradores.ts'
import { useFormulariosStore } from './stores/formularios.ts'

/** Sends what waits when the line comes back and when the page goes out of sight; warns only where something is not kept (yet). */
export function useUnsentGuard(): void {
  const borradores = useBorradoresStore()
  const formularios = useFormulariosStore()

  function onOnline(): void {
    void borradores.sendInOrder()
  }

  function onHidden(): void {
    if (document.visibilityState === 'hidden') borradores.sendWritten()
  }

  function onUnload(event: BeforeUnloadEvent): void {
    if (formularios.keeping > 0 || (borradores.unsent.length > 0 && !borradores.kept)) event.preventDefault()
  }

  window.addEventListener('online', onOnline)
  window.addEventListener('beforeunload', onUnload)
  document.addEventListener('visibilitychange', onHidden)
  onScopeDispose(() => {
    window.removeEventListener('online', onOnline)
    window.removeEventListener('beforeunload', onUnload)
    document.removeEventListener('visibilitychange', onHidden)
  })
}
