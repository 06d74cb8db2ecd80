import type { RouteRecordRaw } from 'vue-router'

const remisiones = () => import('./features/programa/remisiones/index.ts')

/** Oficios to the INE: the entregables to remit, one oficio with its life, and its words while it is prepared. */
export const REMISIONES: RouteRecordRaw[] = [
  {
    path: '/remisiones',
    name: 'remisiones',
    meta: { title: 'remisiones.titulo', permiso: 'remisiones.ver' },
    component: async () => (await remisiones()).RemisionesPage,
  },
  {
    path: '/remisiones/nueva',
    name: 'remision-nueva',
    meta: { title: 'remisiones.nuevaTitulo', permiso: 'remisiones.administrar' },
    component: async () => (await remisiones()).RemisionNuevaPage,
  },
  {
    path: '/remisiones/:id',
    name: 'remision',
    meta: { title: 'remisiones.una', permiso: 'remisiones.ver' },
    props: true,
    component: async () => (await remisiones()).RemisionPage,
  },
  {
    path: '/remisiones/:id/cambiar',
    name: 'remision-cambiar',
    meta: { title: 'remisiones.cambiarTitulo', permiso: 'remisiones.administrar' },
    props: true,
    component: async () => (await remisiones()).RemisionCambiarPage,
  },
]
