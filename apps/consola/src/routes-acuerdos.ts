import type { RouteRecordRaw } from 'vue-router'

const acuerdos = () => import('./features/registro/acuerdos/index.ts')
const entregas = () => import('./features/registro/entregas/index.ts')

/** Acuerdos on candidaturas, and the accounts that are delivered under them. */
export const ACUERDOS: RouteRecordRaw[] = [
  {
    path: '/acuerdos',
    name: 'acuerdos',
    meta: { title: 'acuerdos.titulo', permiso: 'acuerdos.ver' },
    component: async () => (await acuerdos()).AcuerdosPage,
  },
  {
    path: '/acuerdos/nuevo',
    name: 'acuerdo-nuevo',
    meta: { title: 'acuerdos.nuevoTitulo', permiso: 'acuerdos.administrar' },
    component: async () => (await acuerdos()).AcuerdoNuevoPage,
  },
  {
    path: '/acuerdos/:id',
    name: 'acuerdo',
    meta: { title: 'acuerdos.acuerdo', permiso: 'acuerdos.ver' },
    props: true,
    component: async () => (await acuerdos()).AcuerdoPage,
  },
  {
    path: '/acuerdos/:id/completar',
    name: 'acuerdo-completar',
    meta: { title: 'acuerdos.completarTitulo', permiso: 'acuerdos.administrar' },
    props: true,
    component: async () => (await acuerdos()).AcuerdoCompletarPage,
  },
  {
    path: '/acuerdos/:id/corregir',
    name: 'acuerdo-corregir',
    meta: { title: 'acuerdos.corregirTitulo', permiso: 'acuerdos.administrar' },
    props: true,
    component: async () => (await acuerdos()).AcuerdoCorregirPage,
  },
  {
    path: '/entregas',
    name: 'entregas',
    meta: { title: 'entregas.titulo', permiso: 'acuerdos.ver' },
    component: async () => (await entregas()).EntregasPage,
  },
  {
    path: '/entregas/:acuerdo/:actor',
    name: 'entrega',
    meta: { title: 'entregas.una', permiso: 'acuerdos.ver' },
    props: true,
    component: async () => (await entregas()).EntregaPage,
  },
]
