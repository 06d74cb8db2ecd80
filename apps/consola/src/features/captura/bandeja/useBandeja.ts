import { computed, ref } from 'vue'
import { problemText } from '../../../shared/red/problems.ts'
import { useBorradoresStore } from '../../../stores/borradores.ts'
import { t } from '../mensajes.ts'
import { loadUseCaptura } from '../secciones/index.ts'
import { porPersona } from './bandeja.ts'

/** The outbox of this machine, and the one act that sends it. */
export function useBandeja() {
  const borradores = useBorradoresStore()
  const busy = ref(false)
  /** Why nothing more was sent. */
  const reason = ref<string | null>(null)
  const sent = ref(0)
  const personas = computed(() => porPersona(borradores.waiting))
  const count = computed(() => personas.value.reduce((sum, { secciones }) => sum + secciones.length, 0))

  /** Reads each captura first, as opening it does: what changed meanwhile is not written over. */
  async function sendAll(): Promise<void> {
    busy.value = true
    const before = count.value
    reason.value = await sendEach()
    sent.value = before - count.value
    busy.value = false
  }

  async function sendEach(): Promise<string | null> {
    const useCaptura = await loadUseCaptura().catch(() => null)
    if (useCaptura === null) return t('comun.sinConexion')
    for (const { candidaturaId, secciones } of personas.value) {
      const captura = useCaptura(ref(candidaturaId))
      await captura.load()
      if (captura.problem.value !== null) return problemText(captura.problem.value)
      for (const { key } of secciones) await borradores.queue.flush({ name: key })
    }
    return null
  }

  return { personas, busy, reason, sent, sendAll }
}
