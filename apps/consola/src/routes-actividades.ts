import type { RouteRecordRaw } from 'vue-router'

const actividades = () => import('./features/actividades/index.ts')

/** What is owed to the INE: its calendar, one entregable, and what opens a duty by hand. */
export const ACTIVIDADES: RouteRecordRaw[] = [
  {
    path: '/actividades',
    name: 'actividades',
    meta: { title: 'actividades.titulo', permiso: 'actividades.ver' },
    component: async () => (await actividades()).ActividadesPage,
  },
  {
    path: '/actividades/eventos/nuevo',
    name: 'evento-nuevo',
    meta: { title: 'eventos.titulo', permiso: 'actividades.administrar' },
    component: async () => (await actividades()).EventoNuevoPage,
  },
  {
    path: '/actividades/:clave',
    name: 'entregable',
    meta: { title: 'actividades.entregable', permiso: 'actividades.ver' },
    component: async () => (await actividades()).EntregablePage,
  },
]
