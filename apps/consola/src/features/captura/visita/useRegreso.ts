import { computed, onBeforeUnmount, onMounted, ref } from 'vue'
import { useRoute, useRouter } from 'vue-router'
import { renewAcceso } from '../../../api.ts'
import { openVisita } from '../../../shared/guardado/visita.ts'
import { useAccesoStore } from '../../../stores/acceso.ts'
import { useBandeja } from '../bandeja/index.ts'

const EVERY_MS = 10_000

/** Asks for the server until it answers; then what waits is sent, in order. */
export function useRegreso() {
  const acceso = useAccesoStore()
  const route = useRoute()
  const router = useRouter()
  const bandeja = useBandeja()
  const sinRed = computed(() => acceso.sinRed)
  const asking = ref(false)
  /** Instant of the visit (ISO 8601). */
  const desde = ref<string | null>(null)
  const before = acceso.cuenta?.id
  const porEnviar = computed(() => bandeja.personas.value.reduce((sum, { secciones }) => sum + secciones.length, 0))

  async function ask(): Promise<void> {
    if (!acceso.sinRed || asking.value) return
    asking.value = true
    await renewAcceso().catch(() => null)
    asking.value = false
    if (!acceso.sinRed && acceso.entered) await comeBack()
  }

  async function comeBack(): Promise<void> {
    // Somebody else entered from another tab: nothing of this page is hers.
    if (acceso.cuenta?.id !== before) return location.reload()
    const { volver } = route.query
    if (route.name === 'sin-conexion')
      await router.replace(typeof volver === 'string' && /^\/(?!\/)/.test(volver) ? volver : { name: 'candidaturas' })
    if (porEnviar.value > 0) await bandeja.sendAll()
  }

  const timer = setInterval(() => void ask(), EVERY_MS)
  const onOnline = () => void ask()
  onMounted(async () => {
    addEventListener('online', onOnline)
    const visita = await openVisita()
    desde.value = visita === null ? null : new Date(visita.desde).toISOString()
  })
  onBeforeUnmount(() => {
    clearInterval(timer)
    removeEventListener('online', onOnline)
  })

  return { sinRed, asking, desde, porEnviar, busy: bandeja.busy, sent: bandeja.sent, reason: bandeja.reason, ask }
}
