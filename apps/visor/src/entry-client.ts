import { shallowRef, type Component } from 'vue'
import { createWebHistory } from 'vue-router'
import { api } from './api.ts'
import { createVisor } from './app.ts'
import { hasAdicional } from './shared/adicional.ts'
import type { EnIdioma } from './idiomas.ts'
import type { Head } from './shared/head.ts'
import { createRecursos, type Recursos } from './shared/conocidos.ts'
import { broughtBy, isOfThisAddress, rendida } from './shared/rendida.ts'
import { keepTyped } from './shared/typed.ts'
import { MARCO_PATH, marcoIn, PROCESO_PATH } from './shared/useProceso.ts'

const PATIENCE_MS = 3000

/** Takes over the page that came rendered, or makes it. */
export async function mountVisor(): Promise<void> {
  const block = rendida()
  if (!location.pathname.startsWith('/idioma/')) return mount(block, null)
  const { enIdioma } = await import('./idiomas.ts')
  const idioma = await enIdioma(block !== null)
  if (idioma) await mount(block, idioma)
}

/** `idioma`: null in Spanish. */
async function mount(block: HTMLElement | null, idioma: EnIdioma | null): Promise<void> {
  const data = broughtBy(block)
  const recursos = createRecursos(data)
  idioma?.follow(recursos)
  // The frame depends on the proceso (band of the simulacro, names): with it from the start, nothing moves afterwards.
  const knowsProceso = async (): Promise<void> => {
    if (PROCESO_PATH in data || MARCO_PATH in data) return
    const answer = await api.proceso()
    if (answer.ok) recursos.set(PROCESO_PATH, answer.data, answer.storedAt)
  }
  const adicional = shallowRef<Component | null>(null)
  const history = createWebHistory(idioma?.base)
  const { app, router } = createVisor({ history, recursos, head: createDocumentHead(), origin: location.origin, adicional })
  idioma?.guide(router)
  await Promise.all([router.isReady(), Promise.race([knowsProceso(), wait(PATIENCE_MS)])])
  adicional.value = await fetchAdicional(recursos)
  const root = document.getElementById('app')
  if (!root) return
  if (!block || !isOfThisAddress(block)) root.replaceChildren()
  const typed = keepTyped()
  app.mount(root)
  typed.restore()
  idioma?.watch(root)
  root.dataset.vivo = ''
}

async function fetchAdicional(recursos: Recursos): Promise<Component | null> {
  return hasAdicional(marcoIn(recursos)) ? (await import('./components/IdiomasView.vue')).default : null
}

/** What the page that came rendered says of itself to search engines stays: of several words to them the strictest counts. */
function createDocumentHead(): Head {
  const robots = Object.assign(document.createElement('meta'), { name: 'robots', content: 'noindex' })
  let reasons = 0
  return {
    get title() {
      return document.title
    },
    set title(title) {
      document.title = title
    },
    get noIndex() {
      return reasons
    },
    set noIndex(now) {
      reasons = now
      if (reasons > 0) document.head.append(robots)
      else robots.remove()
    },
  }
}

function wait(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms))
}
