import type { RouteRecordRaw } from 'vue-router'

const versiones = () => import('./features/normativa/cuestionarios/index.ts')

export const VERSIONES: RouteRecordRaw[] = [
  {
    path: '/cuestionarios',
    name: 'cuestionarios',
    meta: { title: 'versiones.paginaTitulo', permiso: 'versiones.ver' },
    component: async () => (await versiones()).CuestionariosPage,
  },
  {
    path: '/cuestionarios/borradores/:id',
    name: 'borrador',
    meta: { title: 'versiones.borrador', permiso: 'versiones.ver' },
    props: true,
    component: async () => (await versiones()).BorradorPage,
  },
]
