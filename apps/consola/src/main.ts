import '@conoceles/ui/style.css'
import './styles/consola.css'
import { createPinia } from 'pinia'
import { createApp } from 'vue'
import App from './App.vue'
import { renewAcceso, whenAccesoExpires } from './api.ts'
import { createConsolaRouter } from './router.ts'
import { useAccesoStore } from './stores/acceso.ts'
import { useBorradoresStore } from './stores/borradores.ts'

const app = createApp(App)
app.use(createPinia())

const router = createConsolaRouter()
whenAccesoExpires(() => {
  const { fullPath, meta } = router.currentRoute.value
  if (meta.open !== true) void router.replace({ name: 'entrar', query: { volver: fullPath, motivo: 'vencido' } })
})

await renewAcceso().catch(() => null)
const { cuenta } = useAccesoStore()
const borradores = useBorradoresStore()
if (cuenta !== null) await borradores.open(cuenta.id)

// What waits is sent as soon as the line comes back, and once more when the page may be about to go.
window.addEventListener('online', () => borradores.sendWritten({ keepalive: false }))
document.addEventListener('visibilitychange', () => {
  if (document.visibilityState === 'hidden') borradores.sendWritten({ keepalive: true })
})

app.use(router)
app.mount('#app')
