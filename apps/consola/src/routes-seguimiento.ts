import type { RouteRecordRaw } from 'vue-router'

const informes = () => import('./features/informes/informe/index.ts')
const tablero = () => import('./features/informes/tablero/index.ts')

/** Progress of the captura, reminders to many people, omissions, and automatic reminders. */
export const SEGUIMIENTO: RouteRecordRaw[] = [
  {
    path: '/tablero',
    name: 'tablero',
    meta: { title: 'tablero.titulo', permiso: 'tablero.ver' },
    component: async () => (await tablero()).TableroPage,
  },
  {
    path: '/tablero/recordar',
    name: 'recordar',
    meta: { title: 'recordar.titulo', permiso: 'tablero.recordar' },
    component: async () => (await tablero()).RecordarPage,
  },
  {
    path: '/omisiones',
    name: 'omisiones',
    meta: { title: 'omisiones.titulo', permiso: 'omisiones.ver' },
    component: async () => (await import('./features/informes/omisiones/index.ts')).OmisionesPage,
  },
  {
    path: '/informes',
    name: 'informes',
    meta: { title: 'informes.titulo', permiso: 'informes.ver' },
    component: async () => (await informes()).InformesPage,
  },
  {
    path: '/informes/:clave',
    name: 'informe',
    meta: { title: 'informes.informe', permiso: 'informes.ver' },
    props: true,
    component: async () => (await informes()).InformePage,
  },
  {
    path: '/recordatorios',
    name: 'recordatorios',
    meta: { title: 'recordatorios.titulo', permiso: 'recordatorios.ver' },
    component: async () => (await import('./features/programa/recordatorios/index.ts')).RecordatoriosPage,
  },
]
