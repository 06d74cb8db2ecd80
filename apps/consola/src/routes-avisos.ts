import type { RouteRecordRaw } from 'vue-router'

const avisos = () => import('./features/normativa/avisos/index.ts')

export const AVISOS: RouteRecordRaw[] = [
  {
    path: '/avisos-privacidad/versiones',
    name: 'avisos',
    meta: { title: 'avisos.paginaTitulo', permiso: 'avisos.ver' },
    component: async () => (await avisos()).AvisosPage,
  },
  {
    path: '/avisos-privacidad/versiones/:id',
    name: 'version-aviso',
    meta: { title: 'avisos.version', permiso: 'avisos.ver' },
    props: true,
    component: async () => (await avisos()).VersionAvisoPage,
  },
  {
    path: '/avisos-privacidad/borradores/:id',
    name: 'borrador-aviso',
    meta: { title: 'avisos.borrador', permiso: 'avisos.ver' },
    props: true,
    component: async () => (await avisos()).BorradorAvisoPage,
  },
]
