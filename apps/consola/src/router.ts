import { nextTick } from 'vue'
import { createRouter, createWebHistory, type RouteLocationNormalized, type Router, type RouteRecordRaw } from 'vue-router'
import { t, type MessageKey } from './messages/index.ts'
import type { Page } from './page.ts'
import { PAGES } from './pages.ts'
import { ownerOfGuardadas } from './shared/guardado/este-equipo.ts'
import { useAccesoStore } from './stores/acceso.ts'

const BASE = '/consola/'

declare module 'vue-router' {
  interface RouteMeta {
    title?: MessageKey
    open?: boolean
    permiso?: string
    guia?: string
  }
}

/** Its link says who it is for: it opens before anybody asks whose cookie this is. */
export const INVITACION = 'invitacion'

export function createConsolaRouter(recognise: () => Promise<void>) {
  const router = createRouter({
    history: createWebHistory(BASE),
    routes: PAGES.map(routeOf),
    scrollBehavior: (to, from, saved) => saved ?? (to.path === from.path ? false : placeOf(to.hash)),
  })
  router.beforeEach(async (to) => {
    if (to.name !== INVITACION) await recognise()
    return useAccesoStore().sinRed ? withoutNetwork(to) : admit(to)
  })
  router.afterEach((to, from) => announce(to, from))
  return router
}

/** Page of the address in the window: its code is fetched beside the question of whose cookie this is. */
export function firstPage(router: Router): Page | undefined {
  const { name } = router.resolve(location.pathname.slice(BASE.length - 1) + location.search)
  return PAGES.find((page) => page.name === name)
}

function routeOf({ path, name, title, open, permiso, guia, props, component }: Page): RouteRecordRaw {
  return { path, name, component, props: props ?? false, meta: { title, open, permiso, guia } }
}

const PART_MS = 10_000

/** Top of the page, or the part that the address names as soon as it is there: most parts come after their data. */
async function placeOf(hash: string) {
  if (hash === '') return { top: 0 }
  window.scrollTo({ top: 0 })
  for (let waited = 0; waited < PART_MS; waited += 50) {
    if (location.hash !== hash) return false
    if (document.getElementById(hash.slice(1))) return { el: hash }
    await new Promise((done) => setTimeout(done, 50))
  }
  return false
}

/** Pages that open with what the device kept of the last visit. */
const WITHOUT_NETWORK: readonly unknown[] = ['sin-conexion', 'candidatura', 'captura']
const ONLY_WITHOUT_NETWORK: readonly unknown[] = ['sin-conexion', 'sin-red']

function admit(to: RouteLocationNormalized) {
  const store = useAccesoStore()
  if (ONLY_WITHOUT_NETWORK.includes(to.name) && store.resolved) return { name: 'hoy' }
  if (to.meta.open === true) return true
  if (!store.entered) return withoutAccess(to)
  const { permiso } = to.meta
  const elsewhere = placeOfPersona(to)
  if (elsewhere) return elsewhere
  return permiso === undefined || store.puede(permiso) ? true : { name: 'hoy', query: { sinPermiso: '1' } }
}

function withoutNetwork({ name, fullPath }: RouteLocationNormalized) {
  return WITHOUT_NETWORK.includes(name) ? true : { name: 'sin-conexion', query: { volver: fullPath } }
}

/** The persona has one candidatura and no lists: her own page stands for them, and nobody else has it. */
function placeOfPersona({ name, query }: RouteLocationNormalized) {
  const own = Boolean(useAccesoStore().cuenta?.candidaturaId)
  if (own && (name === 'hoy' || name === 'candidaturas')) return { name: 'mi-candidatura', query }
  return !own && name === 'mi-candidatura' ? { name: 'hoy' } : null
}

/** Reads the kept sesión when the server does not answer and this device has one. Otherwise somebody signs in. */
function withoutAccess({ fullPath }: RouteLocationNormalized) {
  const volver = fullPath === '/' ? {} : { volver: fullPath }
  if (useAccesoStore().resolved) return { name: 'entrar', query: volver }
  return ownerOfGuardadas() !== null ? { name: 'sin-red', query: volver } : { name: 'entrar', query: { ...volver, motivo: 'sinComprobar' } }
}

/** A page announces itself: its title in the window, and the focus on its heading. */
function announce(to: RouteLocationNormalized, from: RouteLocationNormalized): void {
  if (to.meta.title !== undefined)
    document.title = `${t(to.meta.title)} · ${t(useAccesoStore().cuenta?.candidaturaId === null ? 'comun.consola' : 'comun.marca')}`
  const first = from.matched.length === 0
  if (first || to.path === from.path) return
  void nextTick(() => document.querySelector<HTMLElement>('h1')?.focus({ preventScroll: true }))
}
