import type { RouteRecordRaw } from 'vue-router'

const sesiones = () => import('./features/programa/sesiones/index.ts')

export const SESIONES: RouteRecordRaw[] = [
  {
    path: '/sesiones',
    name: 'sesiones',
    meta: { title: 'sesiones.titulo', permiso: 'sesiones.ver' },
    component: async () => (await sesiones()).SesionesPage,
  },
  {
    path: '/sesiones/nueva',
    name: 'sesion-nueva',
    meta: { title: 'sesiones.nueva', permiso: 'sesiones.administrar' },
    component: async () => (await sesiones()).PlanSesionPage,
  },
  {
    path: '/sesiones/integrantes',
    name: 'integrantes',
    meta: { title: 'sesiones.integrantesTitulo', permiso: 'sesiones.ver' },
    component: async () => (await sesiones()).IntegrantesPage,
  },
  {
    path: '/sesiones/:id',
    name: 'sesion',
    meta: { title: 'sesiones.sesion', permiso: 'sesiones.ver' },
    props: true,
    component: async () => (await sesiones()).SesionPage,
  },
  {
    path: '/sesiones/:id/plan',
    name: 'sesion-plan',
    meta: { title: 'sesiones.editarTitulo', permiso: 'sesiones.administrar' },
    props: true,
    component: async () => (await sesiones()).PlanSesionPage,
  },
  {
    path: '/sesiones/:id/celebrar',
    name: 'sesion-celebrar',
    meta: { title: 'sesiones.celebrarTitulo', permiso: 'sesiones.administrar' },
    props: ({ params }) => ({ id: String(params.id), corrige: false }),
    component: async () => (await sesiones()).CelebrarPage,
  },
  {
    path: '/sesiones/:id/corregir',
    name: 'sesion-corregir',
    meta: { title: 'sesiones.corregirTitulo', permiso: 'sesiones.administrar' },
    props: ({ params }) => ({ id: String(params.id), corrige: true }),
    component: async () => (await sesiones()).CelebrarPage,
  },
  {
    path: '/sin-red',
    name: 'sin-red',
    meta: { title: 'sinRed.titulo', open: true },
    component: async () => (await sesiones()).SinRedPage,
  },
]
