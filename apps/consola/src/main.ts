import '@conoceles/ui/style.css'
import './styles/consola.css'
// A first visit opens one of these two: on a bad line they come with the first file.
import './features/acceso/entrada/EntrarPage.vue'
import './features/acceso/entrada/InvitacionPage.vue'
import { createPinia } from 'pinia'
import { createApp, watch } from 'vue'
import App from './App.vue'
import { renewAcceso, whenAccesoExpires } from './api.ts'
import { ownerOfGuardadas, ownerOfVisita, setOwesExit } from './shared/guardado/este-equipo.ts'
import { whenLeftElsewhere } from './shared/captura/salida.ts'
import { createConsolaRouter, firstPage, INVITACION } from './router.ts'
import { useAccesoStore } from './stores/acceso.ts'
import { useBorradoresStore } from './stores/borradores.ts'
import { useFormulariosStore } from './stores/formularios.ts'

/** On a line that is there and carries nothing, the last visit is opened after this. */
const PATIENCE_MS = 8_000

let asked = false
const app = createApp(App)
app.use(createPinia())

const router = createConsolaRouter(recognise)
whenAccesoExpires(askToEnter)

const acceso = useAccesoStore()
// Nobody knows the account until the server answers, and the kept data stay.
watch(
  () => (acceso.resolved ? (acceso.cuenta?.id ?? null) : undefined),
  (cuentaId) => cuentaId !== undefined && settle(cuentaId),
  { immediate: true },
)
addEventListener('offline', () => ownerOfVisita() !== null && void visita().then(({ loseNetwork }) => loseNetwork()))
const borradores = useBorradoresStore()

whenLeftElsewhere((cuentaId) => {
  if (acceso.cuenta?.id !== cuentaId) return
  borradores.abandon()
  useFormulariosStore().abandon()
  acceso.leave()
  void router.replace({ name: 'entrar', query: { motivo: 'salio' } })
})

void start()

/** Nothing waits at the top of this file: what is imported meanwhile waits for its end. */
async function start(): Promise<void> {
  const first = firstPage(router)
  if (first?.name !== INVITACION) {
    void first?.component().catch(() => null)
    await recognise()
  }
  app.use(router)
  app.mount('#app')
}

/** Asks the server whose cookie this is, once. */
async function recognise(): Promise<void> {
  if (acceso.resolved || asked) return
  asked = true
  const renewed = renewAcceso().catch(() => null)
  await (ownerOfVisita() === null ? renewed : Promise.race([renewed, new Promise((late) => setTimeout(late, PATIENCE_MS))]))
  if (!acceso.resolved && ownerOfVisita() !== null) await enterVisita().catch(() => null)
  if (acceso.cuenta !== null) await borradores.open(acceso.cuenta.id)
}

function settle(cuentaId: string | null): void {
  if (ownerOfGuardadas() !== null)
    void import('./shared/guardado/sesiones-guardadas.ts').then(({ settleGuardadas }) => settleGuardadas(cuentaId))
  // She entered anew: the cookie of the access that was to end is gone.
  if (cuentaId !== null) setOwesExit(false)
  if (ownerOfVisita() === null && acceso.cuenta?.actorPolitico == null) return
  const lista = async () => (await import('./features/captura/visita/lista.ts')).keepCandidaturas()
  void visita().then(({ settleVisita }) => settleVisita(lista))
}

async function enterVisita(): Promise<void> {
  const { enterVisita: enter } = await visita()
  await enter(() => {
    acceso.leave()
    askToEnter()
  })
}

function visita() {
  return import('./shared/guardado/visita-propia.ts')
}

function askToEnter(): void {
  const { fullPath, meta } = router.currentRoute.value
  if (meta.open !== true) void router.replace({ name: 'entrar', query: { volver: fullPath, motivo: 'vencido' } })
}
