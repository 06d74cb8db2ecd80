import type { Page } from '../../page.ts'

const publicaciones = () => import('./publicaciones/index.ts')
const reportes = () => import('./reportes/index.ts')
const bloqueos = () => import('./bloqueos/index.ts')

export const PUBLICACION: Page[] = [
  {
    path: '/publicacion',
    name: 'publicacion',
    title: 'publicacion.titulo',
    permiso: 'publicaciones.ver',
    menu: { label: 'lugares.publicacion', order: 240, occasional: true },
    component: async () => (await publicaciones()).PublicacionPage,
  },
  {
    path: '/reportes',
    name: 'reportes',
    title: 'reportes.titulo',
    permiso: 'reportes.ver',
    menu: { label: 'lugares.reportes', order: 210, occasional: true },
    component: async () => (await reportes()).ReportesPage,
  },
  {
    path: '/bloqueos',
    name: 'bloqueos',
    title: 'bloqueos.titulo',
    permiso: 'bloqueos.ver',
    menu: { label: 'lugares.bloqueos', order: 190, occasional: true },
    component: async () => (await bloqueos()).BloqueosPage,
  },
  {
    path: '/bloqueos/nuevo',
    name: 'bloqueo-nuevo',
    title: 'bloqueos.proponer',
    permiso: 'bloqueos.decidir',
    below: 'bloqueos',
    component: async () => (await bloqueos()).ProponerBloqueoPage,
  },
]
