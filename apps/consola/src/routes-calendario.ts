import type { RouteRecordRaw } from 'vue-router'

const actividades = () => import('./features/programa/actividades/index.ts')
const escenarios = () => import('./features/programa/escenarios/index.ts')

/** Calendar of what is owed to the INE: events by hand, its address for a telephone, and scenarios on another election day. */
export const CALENDARIO: RouteRecordRaw[] = [
  {
    path: '/actividades',
    name: 'actividades',
    meta: { title: 'actividades.titulo', permiso: 'actividades.ver' },
    component: async () => (await actividades()).ActividadesPage,
  },
  {
    path: '/actividades/eventos',
    name: 'eventos',
    meta: { title: 'eventos.lista', permiso: 'actividades.ver' },
    component: async () => (await actividades()).EventosPage,
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
  {
    path: '/calendarios',
    name: 'calendarios',
    meta: { title: 'calendarios.titulo', permiso: 'calendarios.propios' },
    component: async () => (await import('./features/programa/calendarios/index.ts')).CalendariosPage,
  },
  {
    path: '/escenarios',
    name: 'escenarios',
    meta: { title: 'escenarios.titulo', permiso: 'escenarios.ver' },
    component: async () => (await escenarios()).EscenariosPage,
  },
  {
    path: '/escenarios/:id',
    name: 'escenario',
    meta: { title: 'escenarios.uno', permiso: 'escenarios.ver' },
    props: true,
    component: async () => (await escenarios()).EscenarioPage,
  },
]
