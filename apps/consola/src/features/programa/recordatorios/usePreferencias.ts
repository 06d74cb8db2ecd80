import { onMounted, ref } from 'vue'
import type { PreferenciasRecordatorios } from '../../../api-types.ts'
import { useAct } from '../../../shared/red/useAct.ts'
import { useRemote } from '../../../shared/red/useRemote.ts'
import { readPreferencias, savePreferencias, sendPrueba } from './recordatorios.api.ts'

/** Messages that the account receives, and a test mail to it. */
export function usePreferencias() {
  const remote = useRemote(readPreferencias)
  const saving = useAct()
  const proving = useAct()
  const saved = ref(false)
  /** Address to which the mail of proof left. */
  const proved = ref<string | null>(null)

  onMounted(remote.reload)

  async function save(wanted: PreferenciasRecordatorios): Promise<void> {
    saved.value = false
    const result = await saving.run(() => savePreferencias(wanted))
    if (!result.ok) return
    remote.data.value = result.data
    saved.value = true
  }

  async function prove(): Promise<void> {
    proved.value = null
    const result = await proving.run(sendPrueba)
    if (result.ok) proved.value = result.data.correo
  }

  return { remote, saving, proving, saved, proved, save, prove }
}

export type Preferencias = ReturnType<typeof usePreferencias>
