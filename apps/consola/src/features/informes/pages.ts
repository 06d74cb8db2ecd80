import type { Page } from '../../page.ts'

const codificaciones = () => import('./codificaciones/index.ts')
const tablero = () => import('./tablero/index.ts')
const omisiones = () => import('./omisiones/index.ts')
const requerimientos = () => import('./requerimientos/index.ts')
const informe = () => import('./informe/index.ts')
const cruces = () => import('./cruces/index.ts')

export const INFORMES: Page[] = [
  {
    path: '/codificaciones',
    name: 'codificaciones',
    title: 'lugares.codificaciones',
    permiso: 'codificaciones.ver',
    menu: { label: 'lugares.codificaciones', order: 70, occasional: true },
    component: async () => (await codificaciones()).CodificacionesPage,
  },
  {
    path: '/codificaciones/:pregunta',
    name: 'codificacion',
    title: 'codificaciones.codificacion',
    permiso: 'codificaciones.ver',
    below: 'codificaciones',
    props: true,
    component: async () => (await codificaciones()).CodificacionPage,
  },
  {
    path: '/codificaciones/:pregunta/codificar',
    name: 'codificar',
    title: 'codificaciones.codificar',
    permiso: 'codificaciones.codificar',
    below: 'codificaciones',
    props: true,
    component: async () => (await codificaciones()).CodificarPage,
  },
  {
    path: '/codificaciones/:pregunta/desacuerdos',
    name: 'desacuerdos',
    title: 'codificaciones.desacuerdos',
    permiso: 'codificaciones.codificar',
    below: 'codificaciones',
    props: true,
    component: async () => (await codificaciones()).DesacuerdosPage,
  },
  {
    path: '/tablero',
    name: 'tablero',
    title: 'tablero.titulo',
    permiso: 'tablero.ver',
    menu: { label: 'lugares.tablero', order: 40, occasional: true },
    component: async () => (await tablero()).TableroPage,
  },
  {
    path: '/tablero/actores',
    name: 'avance-actores',
    title: 'actores.titulo',
    permiso: 'tablero.ver',
    below: 'tablero',
    component: async () => (await tablero()).AvanceActoresPage,
  },
  {
    path: '/tablero/recordar',
    name: 'recordar',
    title: 'recordar.titulo',
    permiso: 'tablero.recordar',
    below: 'tablero',
    component: async () => (await tablero()).RecordarPage,
  },
  {
    path: '/omisiones',
    name: 'omisiones',
    title: 'omisiones.titulo',
    permiso: 'omisiones.ver',
    menu: { label: 'lugares.omisiones', order: 50, occasional: true },
    component: async () => (await omisiones()).OmisionesPage,
  },
  {
    path: '/requerimientos',
    name: 'requerimientos',
    title: 'requerimientos.titulo',
    permiso: 'requerimientos.ver',
    menu: { label: 'lugares.requerimientos', order: 45, occasional: true },
    component: async () => (await requerimientos()).RequerimientosPage,
  },
  {
    path: '/cruces',
    name: 'cruces',
    title: 'cruces.titulo',
    permiso: 'cruces.pedir',
    below: 'informes',
    component: async () => (await cruces()).CrucesPage,
  },
  {
    path: '/informes',
    name: 'informes',
    guia: 'secretaria#preparar-un-informe',
    title: 'informes.titulo',
    permiso: 'informes.ver',
    menu: { label: 'lugares.informes', order: 60 },
    component: async () => (await informe()).InformesPage,
  },
  {
    path: '/informes/:clave',
    name: 'informe',
    guia: 'secretaria#preparar-un-informe',
    title: 'informes.informe',
    permiso: 'informes.ver',
    below: 'informes',
    props: true,
    component: async () => (await informe()).InformePage,
  },
]
