import '@conoceles/ui/style.css'
import './styles/consola.css'
// A first visit opens one of these two: on a bad line they come with the first file.
import './features/acceso/entrada/EntrarPage.vue'
import './features/acceso/entrada/InvitacionPage.vue'
import { createPinia } from 'pinia'
import { createApp, watch } from 'vue'
import App from './App.vue'
import { renewAcceso, whenAccesoExpires } from './api.ts'
import { settleGuardadas } from './shared/guardado/sesiones-guardadas.ts'
import { whenLeftElsewhere } from './shared/captura/salida.ts'
import { createConsolaRouter, firstPage, INVITACION } from './router.ts'
import { useAccesoStore } from './stores/acceso.ts'
import { useBorradoresStore } from './stores/borradores.ts'
import { useFormulariosStore } from './stores/formularios.ts'

let asked = false
const app = createApp(App)
app.use(createPinia())

const router = createConsolaRouter(recognise)
whenAccesoExpires(() => {
  const { fullPath, meta } = router.currentRoute.value
  if (meta.open !== true) void router.replace({ name: 'entrar', query: { volver: fullPath, motivo: 'vencido' } })
})

const acceso = useAccesoStore()
// Nobody knows the account until the server answers, and the kept data stay.
watch(
  () => (acceso.resolved ? (acceso.cuenta?.id ?? null) : undefined),
  (cuentaId) => cuentaId !== undefined && void settleGuardadas(cuentaId),
  { immediate: true },
)
const borradores = useBorradoresStore()

whenLeftElsewhere((cuentaId) => {
  if (acceso.cuenta?.id !== cuentaId) return
  borradores.abandon()
  useFormulariosStore().abandon()
  acceso.leave()
  void router.replace({ name: 'entrar', query: { motivo: 'salio' } })
})

const first = firstPage(router)
if (first?.name !== INVITACION) {
  void first?.component().catch(() => null)
  await recognise()
}
app.use(router)
app.mount('#app')

/** Asks the server whose cookie this is, once. */
async function recognise(): Promise<void> {
  if (acceso.resolved || asked) return
  asked = true
  await renewAcceso().catch(() => null)
  if (acceso.cuenta !== null) await borradores.open(acceso.cuenta.id)
}
