import '@conoceles/ui/style.css'
import './styles/consola.css'
import { createPinia } from 'pinia'
import { createApp, watch } from 'vue'
import App from './App.vue'
import { renewAcceso, whenAccesoExpires } from './api.ts'
import { settleGuardadas } from './shared/guardado/sesiones-guardadas.ts'
import { whenLeftElsewhere } from './shared/captura/salida.ts'
import { createConsolaRouter } from './router.ts'
import { useAccesoStore } from './stores/acceso.ts'
import { useBorradoresStore } from './stores/borradores.ts'
import { useFormulariosStore } from './stores/formularios.ts'

const app = createApp(App)
app.use(createPinia())

const router = createConsolaRouter()
whenAccesoExpires(() => {
  const { fullPath, meta } = router.currentRoute.value
  if (meta.open !== true) void router.replace({ name: 'entrar', query: { volver: fullPath, motivo: 'vencido' } })
})

await renewAcceso().catch(() => null)
const acceso = useAccesoStore()
const { cuenta } = acceso
// Nobody knows the account until the server answers, and the kept data stay.
watch(
  () => (acceso.resolved ? (acceso.cuenta?.id ?? null) : undefined),
  (cuentaId) => cuentaId !== undefined && void settleGuardadas(cuentaId),
  { immediate: true },
)
const borradores = useBorradoresStore()
if (cuenta !== null) await borradores.open(cuenta.id)

whenLeftElsewhere((cuentaId) => {
  if (acceso.cuenta?.id !== cuentaId) return
  borradores.abandon()
  useFormulariosStore().abandon()
  acceso.leave()
  void router.replace({ name: 'entrar', query: { motivo: 'salio' } })
})

app.use(router)
app.mount('#app')
