import { createRouter, type RouteLocationNormalized, type Router, type RouterHistory, type RouterScrollBehavior } from 'vue-router'
import { expectHeading } from './shared/heading.ts'

declare module 'vue-router' {
  interface RouteMeta {
    /** The address matches nothing of the visor. */
    catchAll?: boolean
  }
}

/** Every address of the visor. Each page is its own chunk. */
export function createVisorRouter(history: RouterHistory): Router {
  const router = createRouter({
    history,
    scrollBehavior,
    routes: [
      { path: '/', component: () => import('./features/inicio/InicioPage.vue') },
      { path: '/boleta', component: () => import('./features/boleta/BoletaPage.vue') },
      { path: '/candidaturas', component: () => import('./features/candidaturas/CandidaturasPage.vue') },
      { path: '/candidaturas/:id', component: () => import('./features/candidatura/CandidaturaPage.vue'), props: true },
      { path: '/comparar', component: () => import('./features/comparar/CompararPage.vue') },
      {
        path: '/aviso-privacidad/:tipo(integral|simplificado)?',
        component: () => import('./features/avisos-privacidad/AvisoPrivacidadPage.vue'),
        props: true,
      },
      { path: '/que-se-publica', component: () => import('./features/politica/PoliticaPage.vue') },
      { path: '/aviso-privacidad/versiones', component: () => import('./features/avisos-privacidad/VersionesAvisoPage.vue') },
      {
        path: '/aviso-privacidad/versiones/:version(\\d{1,6})/:tipo(integral|simplificado)?',
        component: () => import('./features/avisos-privacidad/AvisoPrivacidadPage.vue'),
        props: true,
      },
      {
        path: '/aviso-privacidad/versiones/:version(\\d{1,6})/:tipo(integral|simplificado)/cambios/:de(\\d{1,6})',
        component: () => import('./features/avisos-privacidad/CambiosAvisoPage.vue'),
        props: true,
      },
      { path: '/estadisticas', component: () => import('./features/estadisticas/EstadisticasPage.vue') },
      { path: '/estadisticas/:tabla', component: () => import('./features/estadisticas/EstadisticaPage.vue'), props: true },
      { path: '/acuses/:folio?', component: () => import('./features/acuses/AcusePage.vue'), props: true },
      {
        path: '/:path(.*)*',
        component: () => import('./features/errores/NotFoundPage.vue'),
        meta: { catchAll: true },
      },
    ],
  })
  router.afterEach((to, from, failure) => {
    if (!failure && from.matched.length > 0 && to.path !== from.path) expectHeading()
  })
  return router
}

const scrollBehavior: RouterScrollBehavior = (to, from, saved) => {
  if (saved) return saved
  if (isSamePage(to, from)) return false
  return { top: 0 }
}

function isSamePage(to: RouteLocationNormalized, from: RouteLocationNormalized): boolean {
  return to.path === from.path
}
