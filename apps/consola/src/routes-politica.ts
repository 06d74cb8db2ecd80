import type { RouteRecordRaw } from 'vue-router'

const politica = () => import('./features/politica/index.ts')

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
]
