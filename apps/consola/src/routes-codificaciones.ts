import type { RouteRecordRaw } from 'vue-router'

const codificaciones = () => import('./features/informes/codificaciones/index.ts')

/** The free texts of the identity cuestionario: codebooks, coding, and where the two who code differ. */
export const CODIFICACIONES: RouteRecordRaw[] = [
  {
    path: '/codificaciones',
    name: 'codificaciones',
    meta: { title: 'codificaciones.titulo', permiso: 'codificaciones.ver' },
    component: async () => (await codificaciones()).CodificacionesPage,
  },
  {
    path: '/codificaciones/:pregunta',
    name: 'codificacion',
    meta: { title: 'codificaciones.codificacion', permiso: 'codificaciones.ver' },
    props: true,
    component: async () => (await codificaciones()).CodificacionPage,
  },
  {
    path: '/codificaciones/:pregunta/codificar',
    name: 'codificar',
    meta: { title: 'codificaciones.codificar', permiso: 'codificaciones.codificar' },
    props: true,
    component: async () => (await codificaciones()).CodificarPage,
  },
  {
    path: '/codificaciones/:pregunta/desacuerdos',
    name: 'desacuerdos',
    meta: { title: 'codificaciones.desacuerdos', permiso: 'codificaciones.codificar' },
    props: true,
    component: async () => (await codificaciones()).DesacuerdosPage,
  },
]
