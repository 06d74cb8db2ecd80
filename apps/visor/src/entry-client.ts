import { createWebHistory } from 'vue-router'
import { api } from './api.ts'
import { createVisor } from './app.ts'
import type { Head } from './shared/head.ts'
import { createRecursos } from './shared/recursos.ts'
import { PROCESO_PATH } from './shared/useProceso.ts'

const DATA_ID = 'recursos'
const ROBOTS = 'meta[name=robots]'
const PATIENCE_MS = 3000

const recursos = createRecursos(readData())
const head: Head = {
  get title() {
    return document.title
  },
  set title(title) {
    document.title = title
  },
  get noIndex() {
    return document.querySelector(ROBOTS) !== null
  },
  set noIndex(noIndex) {
    document.querySelector(ROBOTS)?.remove()
    if (noIndex) document.head.append(Object.assign(document.createElement('meta'), { name: 'robots', content: 'noindex' }))
  },
}

const { app, router } = createVisor({ history: createWebHistory(), recursos, head })
// The frame depends on the proceso (band of the simulacro, names): with it from the start, nothing moves afterwards.
await Promise.all([router.isReady(), Promise.race([knowProceso(), wait(PATIENCE_MS)])])
if (!isRenderedHere()) document.getElementById('app')?.replaceChildren()
app.mount('#app')

async function knowProceso(): Promise<void> {
  if (recursos.get(PROCESO_PATH)) return
  const answer = await api.proceso()
  if (answer.ok) recursos.set(PROCESO_PATH, answer.data)
}

function wait(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms))
}

/** A page rendered beforehand may be served for more addresses than its own (another query): only its own is hydrated. */
function isRenderedHere(): boolean {
  return document.getElementById(DATA_ID)?.dataset.ruta === location.pathname + location.search
}

function readData(): Record<string, unknown> {
  const block = document.getElementById(DATA_ID)
  return block?.textContent ? (JSON.parse(block.textContent) as Record<string, unknown>) : {}
}
