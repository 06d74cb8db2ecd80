import type { RouteRecordRaw } from 'vue-router'

const derechos = () => import('./features/derechos/index.ts')

/** Rights of a persona over her data. */
export const DERECHOS: RouteRecordRaw[] = [
  {
    path: '/candidaturas/:id/lecturas',
    name: 'lecturas',
    meta: { title: 'lecturas.tituloAjeno', permiso: 'identidad.lecturas' },
    component: async () => (await import('./features/lecturas/index.ts')).LecturasPage,
  },
  {
    path: '/derechos',
    name: 'derechos',
    meta: { title: 'derechos.titulo', permiso: 'derechos.pedir' },
    component: async () => (await derechos()).DerechosPage,
  },
  {
    path: '/derechos/nueva',
    name: 'derecho-nuevo',
    meta: { title: 'derechos.nueva', permiso: 'derechos.pedir' },
    component: async () => (await derechos()).DerechoNuevoPage,
  },
  {
    path: '/derechos/:id',
    name: 'derecho',
    meta: { title: 'derechos.solicitud', permiso: 'derechos.pedir' },
    props: true,
    component: async () => (await derechos()).DerechoPage,
  },
]
