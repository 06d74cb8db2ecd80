import { createSSRApp, type App, type Component, type Ref } from 'vue'
import type { Router, RouterHistory } from 'vue-router'
import '@conoceles/ui/style.css'
import './visor.css'
import VisorApp from './App.vue'
import { createVisorRouter } from './router.ts'
import { setZone } from './shared/pagina/dates.ts'
import { HEAD, type Head } from './shared/pagina/head.ts'
import type { Recursos } from './shared/lista/conocidos.ts'
import { ORIGIN } from './shared/pagina/origin.ts'
import { RECURSOS } from './shared/pagina/recursos.ts'
import { marcoIn } from './shared/useProceso.ts'

interface VisorOptions {
  history: RouterHistory
  recursos: Recursos
  head: Head
  /** Address of the visor for those who read it: "https://conoceles.example". */
  origin: string
  /** The bar above a page, only where the proceso has it: the other languages. */
  adicional: Ref<Component | undefined>
}

/** One visor, in the browser or on the server: everything that is shared among its pages is given to it here. */
export function createVisor({ history, recursos, head, origin, adicional }: VisorOptions): { app: App; router: Router } {
  setZone(marcoIn(recursos)?.zona)
  const router = createVisorRouter(history)
  const app = createSSRApp(VisorApp, { adicional })
  app.use(router)
  app.provide(RECURSOS, recursos)
  app.provide(HEAD, head)
  app.provide(ORIGIN, origin)
  return { app, router }
}
