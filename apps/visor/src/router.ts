import {
  createRouter,
  type RouteLocationNormalized,
  type Router,
  type RouteRecordRaw,
  type RouterHistory,
  type RouterScrollBehavior,
} from 'vue-router'
import { expectHeading } from './shared/pagina/heading.ts'
import { contarVisita } from './shared/visitas.ts'

declare module 'vue-router' {
  interface RouteMeta {
    /** The address matches nothing of the visor. */
    catchAll?: boolean
    /** A page to be read, or to be begun by its reader: nothing on it needs the script before. */
    reading?: boolean
    /** Whether its content depends on the query of its address. */
    byQuery?: boolean
    /** Part of it that does nothing without JavaScript; the page says so to readers who have none. */
    needsScript?: 'lugar' | 'miLista' | 'lista' | 'acuse' | 'datos'
  }
}

const READING = { reading: true } as const

/** Each page is its own chunk. */
const ROUTES: RouteRecordRaw[] = [
  { path: '/', component: () => import('./features/inicio/InicioPage.vue'), meta: { ...READING, needsScript: 'lugar' } },
  { path: '/boleta', component: () => import('./features/boleta/BoletaPage.vue'), meta: { byQuery: true, needsScript: 'lugar' } },
  {
    path: '/candidaturas',
    component: () => import('./features/candidaturas/CandidaturasPage.vue'),
    meta: { ...READING, byQuery: true, needsScript: 'lista' },
  },
  { path: '/candidaturas/:id', component: () => import('./features/candidatura/CandidaturaPage.vue'), props: true, meta: READING },
  { path: '/cargos', component: () => import('./features/consulta/CargosPage.vue'), meta: READING },
  { path: '/preguntas', component: () => import('./features/consulta/PreguntasPage.vue'), meta: READING },
  { path: '/mi-lista', component: () => import('./features/mi-lista/MiListaPage.vue'), meta: { needsScript: 'miLista' } },
  { path: '/lectura-facil', component: () => import('./features/consulta/LecturaFacilPage.vue'), meta: READING },
  { path: '/como-votar', component: () => import('./features/votar/ComoVotarPage.vue'), meta: READING },
  { path: '/calendario', component: () => import('./features/votar/CalendarioPage.vue'), meta: READING },
  { path: '/comparar', component: () => import('./features/comparar/CompararPage.vue'), meta: { ...READING, byQuery: true } },
  { path: '/candidaturas/:id/historia', component: () => import('./features/historia/HistoriaPage.vue'), props: true },
  {
    path: '/aviso-privacidad/:tipo(integral|simplificado)?',
    component: () => import('./features/avisos-privacidad/AvisoPrivacidadPage.vue'),
    props: true,
    meta: READING,
  },
  { path: '/contiendas', component: () => import('./features/contiendas/ContiendasPage.vue'), meta: READING },
  { path: '/contiendas/:clave', component: () => import('./features/contiendas/ContiendaPage.vue'), props: true, meta: READING },
  {
    path: '/reportar-error',
    component: () => import('./features/reportes/ReportarPage.vue'),
    meta: { ...READING, byQuery: true },
  },
  {
    path: '/reporte-recibido',
    component: () => import('./features/reportes/RecibidoPage.vue'),
    meta: { ...READING, byQuery: true },
  },
  { path: '/errores-reportados', component: () => import('./features/reportes/ErroresPage.vue'), meta: READING },
  { path: '/accesibilidad', component: () => import('./features/accesibilidad/AccesibilidadPage.vue'), meta: READING },
  { path: '/que-se-publica', component: () => import('./features/politica/PoliticaPage.vue'), meta: READING },
  {
    path: '/aviso-privacidad/versiones',
    component: () => import('./features/avisos-privacidad/VersionesAvisoPage.vue'),
    meta: READING,
  },
  {
    path: '/aviso-privacidad/versiones/:version(\\d{1,6})/:tipo(integral|simplificado)?',
    component: () => import('./features/avisos-privacidad/AvisoPrivacidadPage.vue'),
    props: true,
    meta: READING,
  },
  {
    path: '/aviso-privacidad/versiones/:version(\\d{1,6})/:tipo(integral|simplificado)/cambios/:de(\\d{1,6})',
    component: () => import('./features/avisos-privacidad/CambiosAvisoPage.vue'),
    props: true,
    meta: READING,
  },
  { path: '/estadisticas', component: () => import('./features/estadisticas/EstadisticasPage.vue'), meta: READING },
  { path: '/estadisticas/:tabla', component: () => import('./features/estadisticas/EstadisticaPage.vue'), props: true, meta: READING },
  { path: '/datos', component: () => import('./features/datos/DatosPage.vue'), meta: { needsScript: 'datos' } },
  { path: '/incrustar', component: () => import('./features/incrustar/IncrustarPage.vue') },
  { path: '/acuses/:folio?', component: () => import('./features/acuses/AcusePage.vue'), props: true, meta: { needsScript: 'acuse' } },
  { path: '/verificar', component: () => import('./features/verificacion/ComprobarPage.vue'), meta: READING },
  {
    path: '/verificar/:corte(\\d{1,9})/:id([0-9a-fA-F-]{36})',
    component: () => import('./features/verificacion/VerificarPage.vue'),
    props: ({ params: { corte, id } }) => ({ corte, id: String(id).toLowerCase() }),
  },
  {
    path: '/candidatura-retirada',
    component: () => import('./features/errores/RetiradaPage.vue'),
    meta: { catchAll: true, reading: true },
  },
  {
    path: '/:path(.*)*',
    component: () => import('./features/errores/NotFoundPage.vue'),
    meta: { catchAll: true, reading: true },
  },
]

/** Every address of the visor. */
export function createVisorRouter(history: RouterHistory): Router {
  const router = createRouter({
    history,
    scrollBehavior,
    routes: ROUTES,
  })
  router.afterEach((to, from, failure) => {
    if (failure || from.matched.length === 0 || to.path === from.path) return
    expectHeading()
    contarVisita(to.path)
  })
  return router
}

const scrollBehavior: RouterScrollBehavior = (to, from, saved) => {
  if (saved) return returnTo(saved)
  if (isSamePage(to, from)) return false
  return PART.test(to.hash) ? reach(to) : { top: 0 }
}

type Place = NonNullable<Parameters<RouterScrollBehavior>[2]>

/** Longest wait for the earlier place on the page, which a slow line fills late. */
const RETURN_MS = 10_000
const LOOK_MS = 50
/** Acts of a person who moves the page herself. */
const MOVES = ['wheel', 'touchmove', 'keydown', 'pointerdown']

/** Returns to the earlier place, once the page is long enough again. Somebody who moved the page meanwhile stays where she is. */
async function returnTo(place: Place): Promise<Place | false> {
  const { href } = location
  const ended = new AbortController()
  let moved = false
  for (const type of MOVES) addEventListener(type, () => (moved = true), { signal: ended.signal, passive: true })
  const until = performance.now() + RETURN_MS
  while (document.documentElement.scrollHeight < place.top + innerHeight && performance.now() < until && !moved)
    await new Promise((resolve) => setTimeout(resolve, LOOK_MS))
  ended.abort()
  return location.href === href && !moved && place
}

/** Longest wait for a part of the page. */
const PART_MS = 1_000

/** A part of a page; the place of a ballot stands there too, and names none. */
const PART = /^#[\w-]+$/

/** The part of the page that the address names, once its texts are there; its beginning where there is no such part. */
async function reach({ hash }: RouteLocationNormalized): Promise<{ el: Element } | { top: number }> {
  const find = () => document.getElementById(hash.slice(1))
  const until = performance.now() + PART_MS
  while (!find() && performance.now() < until) await new Promise((resolve) => setTimeout(resolve, LOOK_MS))
  const el = find()
  return el ? { el } : { top: 0 }
}

function isSamePage(to: RouteLocationNormalized, from: RouteLocationNormalized): boolean {
  return to.path === from.path
}
