import type { RouteRecordRaw } from 'vue-router'

const bloqueos = () => import('./features/publicacion/bloqueos/index.ts')
const politica = () => import('./features/normativa/politicas/index.ts')

export const POLITICA: RouteRecordRaw[] = [
  {
    path: '/politica',
    name: 'politica',
    meta: { title: 'politica.titulo', permiso: 'politica.ver' },
    component: async () => (await politica()).PoliticaPage,
  },
  {
    path: '/politica/borradores/:id',
    name: 'politica-borrador',
    meta: { title: 'politica.borrador', permiso: 'politica.ver' },
    props: true,
    component: async () => (await politica()).PoliticaBorradorPage,
  },
  {
    path: '/conclusion',
    name: 'conclusion',
    meta: { title: 'conclusion.titulo', permiso: 'conclusion.ver' },
    component: async () => (await import('./features/derechos/conclusion/index.ts')).ConclusionPage,
  },
  {
    path: '/reportes',
    name: 'reportes',
    meta: { title: 'reportes.titulo', permiso: 'reportes.ver' },
    component: async () => (await import('./features/publicacion/reportes/index.ts')).ReportesPage,
  },
  {
    path: '/por-confirmar',
    name: 'confirmaciones',
    meta: { title: 'confirmaciones.titulo', permiso: 'confirmaciones.ver' },
    component: async () => (await import('./features/proceso/confirmaciones/index.ts')).ConfirmacionesPage,
  },
  {
    path: '/bloqueos',
    name: 'bloqueos',
    meta: { title: 'bloqueos.titulo', permiso: 'bloqueos.ver' },
    component: async () => (await bloqueos()).BloqueosPage,
  },
  {
    path: '/bloqueos/nuevo',
    name: 'bloqueo-nuevo',
    meta: { title: 'bloqueos.proponer', permiso: 'bloqueos.decidir' },
    component: async () => (await bloqueos()).ProponerBloqueoPage,
  },
]
