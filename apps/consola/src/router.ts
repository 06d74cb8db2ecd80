import { ACTOS_CAMBIO, type ActoCambio } from '@conoceles/domain'
import { nextTick } from 'vue'
import { createRouter, createWebHistory, type RouteLocationNormalized, type RouteRecordRaw } from 'vue-router'
import { t, type MessageKey } from './messages/index.ts'
import { ACUERDOS } from './routes-acuerdos.ts'
import { AVISOS } from './routes-avisos.ts'
import { CODIFICACIONES } from './routes-codificaciones.ts'
import { CALENDARIO } from './routes-calendario.ts'
import { DERECHOS } from './routes-derechos.ts'
import { POLITICA } from './routes-politica.ts'
import { REMISIONES } from './routes-remisiones.ts'
import { SESIONES } from './routes-sesiones.ts'
import { VERSIONES } from './routes-versiones.ts'
import { SEGUIMIENTO } from './routes-seguimiento.ts'
import { hasGuardadas } from './shared/guardado/sesiones-guardadas.ts'
import { useAccesoStore } from './stores/acceso.ts'

declare module 'vue-router' {
  interface RouteMeta {
    /** Sentence of the page, for the window's title. */
    title?: MessageKey
    /** Open without signing in. */
    open?: boolean
    /** Permission without which the page is not shown; the API itself refuses. */
    permiso?: string
  }
}

const acceso = () => import('./features/acceso/entrada/index.ts')
const candidaturas = () => import('./features/registro/candidaturas/index.ts')
const captura = () => import('./features/captura/secciones/index.ts')
const revision = () => import('./features/captura/revision/index.ts')
const importaciones = () => import('./features/intercambio/importaciones/index.ts')

const ROUTES: RouteRecordRaw[] = [
  { path: '/entrar', name: 'entrar', meta: { title: 'entrar.titulo', open: true }, component: async () => (await acceso()).EntrarPage },
  {
    path: '/recuperar',
    name: 'recuperar',
    meta: { title: 'recuperar.titulo', open: true },
    component: async () => (await acceso()).RecuperarPage,
  },
  {
    path: '/restablecer/:token',
    name: 'restablecer',
    meta: { title: 'restablecer.titulo', open: true },
    component: async () => (await acceso()).RestablecerPage,
  },
  {
    path: '/invitacion/:token',
    name: 'invitacion',
    meta: { title: 'invitacion.titulo', open: true },
    component: async () => (await acceso()).InvitacionPage,
  },
  {
    path: '/factores',
    name: 'factores',
    meta: { title: 'factores.titulo' },
    component: async () => (await acceso()).FactoresPage,
  },
  {
    path: '/reponer/:token',
    name: 'reponer',
    meta: { title: 'factores.tituloReponer', open: true },
    component: async () => (await acceso()).EntrarPage,
  },
  {
    path: '/reposiciones',
    name: 'reposiciones',
    meta: { title: 'reposiciones.titulo', permiso: 'cuentas.administrar' },
    component: async () => (await import('./features/acceso/cuentas/index.ts')).ReposicionesPage,
  },
  {
    path: '/dispositivos',
    name: 'dispositivos',
    meta: { title: 'dispositivos.titulo' },
    component: async () => (await acceso()).DispositivosPage,
  },
  { path: '/', name: 'hoy', meta: { title: 'hoy.titulo' }, component: async () => (await import('./features/hoy/index.ts')).HoyPage },
  {
    path: '/mi-candidatura',
    name: 'mi-candidatura',
    meta: { title: 'mia.titulo' },
    component: async () => (await import('./features/hoy/index.ts')).MiCandidaturaPage,
  },
  {
    path: '/candidaturas',
    name: 'candidaturas',
    meta: { title: 'candidaturas.titulo', permiso: 'candidaturas.ver' },
    component: async () => (await candidaturas()).CandidaturasPage,
  },
  {
    path: '/candidaturas/cancelar',
    name: 'cancelar-seleccionadas',
    meta: { title: 'lote.titulo', permiso: 'candidaturas.cambiar' },
    component: async () => (await import('./features/registro/cambios/index.ts')).CancelarSeleccionadasPage,
  },
  {
    path: '/candidaturas/:id',
    name: 'candidatura',
    meta: { title: 'candidatura.titulo', permiso: 'candidaturas.ver' },
    component: async () => (await candidaturas()).CandidaturaPage,
  },
  ...ACTOS_CAMBIO.map(cambioRoute),
  {
    path: '/candidaturas/:id/captura/:cuestionario?/:seccion?/:pregunta?',
    name: 'captura',
    meta: { title: 'captura.titulo', permiso: 'captura.ver' },
    component: async () => (await captura()).CapturaPage,
  },
  {
    path: '/candidaturas/:id/consentimiento',
    name: 'consentimiento',
    meta: { title: 'consentimientos.titulo', permiso: 'consentimiento.ver' },
    component: async () => (await import('./features/captura/consentimientos/index.ts')).ConsentimientoPage,
  },
  {
    path: '/candidaturas/:id/correccion',
    name: 'solicitar-correccion',
    meta: { title: 'correccion.titulo', permiso: 'captura.capturar' },
    component: async () => (await captura()).SolicitarCorreccionPage,
  },
  {
    path: '/avisos-privacidad',
    name: 'aviso-privacidad',
    meta: { title: 'aviso.titulo' },
    component: async () => (await captura()).AvisoPrivacidadPage,
  },
  {
    path: '/revision',
    name: 'cola-revision',
    meta: { title: 'cola.titulo', permiso: 'captura.verificar' },
    component: async () => (await revision()).ColaRevisionPage,
  },
  {
    path: '/revision/:id',
    name: 'revision',
    meta: { title: 'revision.titulo', permiso: 'captura.verificar' },
    component: async () => (await revision()).RevisionPage,
  },
  {
    path: '/importaciones',
    name: 'importaciones',
    meta: { title: 'importaciones.titulo', permiso: 'importaciones.administrar' },
    component: async () => (await importaciones()).ImportacionesPage,
  },
  {
    path: '/importaciones/:id',
    name: 'importacion',
    meta: { title: 'importacion.titulo', permiso: 'importaciones.administrar' },
    component: async () => (await importaciones()).ImportacionPage,
  },
  ...ACUERDOS,
  {
    path: '/exportaciones',
    name: 'exportaciones',
    meta: { title: 'exportaciones.titulo', permiso: 'exportaciones.ver' },
    component: async () => (await import('./features/intercambio/exportaciones/index.ts')).ExportacionesPage,
  },
  {
    path: '/advertencias',
    name: 'advertencias',
    meta: { title: 'advertencias.titulo', permiso: 'advertencias.ver' },
    component: async () => (await import('./features/registro/advertencias/index.ts')).AdvertenciasPage,
  },
  ...CALENDARIO,
  ...REMISIONES,
  ...SESIONES,
  ...AVISOS,
  ...VERSIONES,
  ...POLITICA,
  ...SEGUIMIENTO,
  ...CODIFICACIONES,
  ...DERECHOS,
  {
    path: '/publicacion',
    name: 'publicacion',
    meta: { title: 'publicacion.titulo', permiso: 'publicaciones.ver' },
    component: async () => (await import('./features/publicacion/publicaciones/index.ts')).PublicacionPage,
  },
  {
    path: '/auditoria',
    name: 'auditoria',
    meta: { title: 'auditoria.titulo', permiso: 'auditoria.preguntar' },
    component: async () => (await import('./features/derechos/auditoria/index.ts')).AuditoriaPage,
  },
  {
    path: '/bitacora',
    name: 'bitacora',
    meta: { title: 'bitacora.titulo', permiso: 'bitacora.ver' },
    component: async () => (await import('./features/bitacora/index.ts')).BitacoraPage,
  },
  {
    path: '/cuentas',
    name: 'cuentas',
    meta: { title: 'cuentas.titulo', permiso: 'cuentas.ver' },
    component: async () => (await import('./features/acceso/cuentas/index.ts')).CuentasPage,
  },
  {
    path: '/reloj',
    name: 'reloj',
    meta: { title: 'reloj.titulo', permiso: 'reloj.mover' },
    component: async () => (await import('./features/proceso/reloj/index.ts')).RelojPage,
  },
  {
    path: '/:resto(.*)*',
    name: 'no-existe',
    meta: { title: 'noExiste.titulo', open: true },
    component: async () => (await import('./features/hoy/index.ts')).NoExistePage,
  },
]

/** Each act is a page of its own, with its own draft. */
function cambioRoute(acto: ActoCambio): RouteRecordRaw {
  return {
    path: `/candidaturas/:id/${acto}`,
    name: acto,
    meta: { title: `cambios.${acto}.titulo`, permiso: 'candidaturas.cambiar' },
    props: ({ params }) => ({ acto, id: String(params.id) }),
    component: async () => (await import('./features/registro/cambios/index.ts')).CambioPage,
  }
}

export function createConsolaRouter() {
  const router = createRouter({
    history: createWebHistory('/consola/'),
    routes: ROUTES,
    scrollBehavior: (to, from, saved) => saved ?? (to.path === from.path ? false : placeOf(to.hash)),
  })
  router.beforeEach(admit)
  router.afterEach((to, from) => announce(to, from))
  return router
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

function admit(to: RouteLocationNormalized) {
  const store = useAccesoStore()
  if (to.name === 'sin-red' && store.resolved) return { name: 'hoy' }
  if (to.meta.open === true) return true
  if (!store.entered) return withoutAccess(to)
  const { permiso } = to.meta
  const elsewhere = placeOfPersona(to)
  if (elsewhere) return elsewhere
  return permiso === undefined || store.puede(permiso) ? true : { name: 'hoy', query: { sinPermiso: '1' } }
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
  return hasGuardadas() ? { name: 'sin-red', query: volver } : { name: 'entrar', query: { ...volver, motivo: 'sinComprobar' } }
}

/** A page announces itself: its title in the window, and the focus on its heading. */
function announce(to: RouteLocationNormalized, from: RouteLocationNormalized): void {
  if (to.meta.title !== undefined)
    document.title = `${t(to.meta.title)} · ${t(useAccesoStore().cuenta?.candidaturaId ? 'comun.marca' : 'comun.consola')}`
  const first = from.matched.length === 0
  if (first || to.path === from.path) return
  void nextTick(() => document.querySelector<HTMLElement>('h1')?.focus({ preventScroll: true }))
}
