import { shallowRef, type App, type Component } from 'vue'
import { createWebHistory } from 'vue-router'
import { api } from './api.ts'
import { createVisor } from './app.ts'
import type { Head } from './shared/pagina/head.ts'
import { createRecursos } from './shared/lista/conocidos.ts'
import { broughtBy, isOfThisAddress, rendida } from './shared/pagina/rendida.ts'
import { keepTyped } from './shared/pagina/typed.ts'
import { hasAdicional, MARCO_PATH, marcoIn, PROCESO_PATH } from './shared/useProceso.ts'

const PATIENCE_MS = 3000

/** Takes over the page that came rendered, or makes it. */
export async function mountVisor(): Promise<void> {
  const block = rendida()
  const data = broughtBy(block)
  const recursos = createRecursos(data)
  const idioma = location.pathname.startsWith('/idioma/') && (await (await idiomas()).enIdioma(recursos, { isRendered: block !== null }))
  const adicional = shallowRef<Component>()
  // The frame depends on the proceso (band of the simulacro, names): with it from the start, nothing moves afterwards.
  const knowsProceso = async (): Promise<void> => {
    if (PROCESO_PATH in data || MARCO_PATH in data) return
    const answer = await api.proceso()
    if (answer.ok) recursos.set(PROCESO_PATH, answer.data, answer.storedAt)
  }
  const history = createWebHistory(idioma ? idioma.base : '')
  const { app, router } = createVisor({ history, recursos, head: createDocumentHead(), origin: location.origin, adicional })
  const root = document.getElementById('app') as HTMLElement
  if (idioma) idioma.follow(router, root)
  await Promise.all([router.isReady(), Promise.race([knowsProceso(), wait(PATIENCE_MS)])])
  adicional.value = hasAdicional(marcoIn(recursos)) ? (await idiomas()).AdicionalView : undefined
  if (!block || !isOfThisAddress(block)) root.replaceChildren()
  mountOn(root, app)
}

function mountOn(root: HTMLElement, app: App): void {
  const typed = keepTyped()
  app.mount(root)
  typed.restore()
  root.dataset.vivo = ''
}

const idiomas = () => import('./idiomas.ts')

/** Adds a robots element and leaves the one that came with the page: among several, search engines obey the strictest. */
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
