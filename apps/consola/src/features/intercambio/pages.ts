import type { Page } from '../../page.ts'

const importaciones = () => import('./importaciones/index.ts')
const exportaciones = () => import('./exportaciones/index.ts')

export const INTERCAMBIO: Page[] = [
  {
    path: '/importaciones',
    name: 'importaciones',
    title: 'importaciones.titulo',
    permiso: 'importaciones.administrar',
    menu: { label: 'lugares.importaciones', order: 100, occasional: true },
    component: async () => (await importaciones()).ImportacionesPage,
  },
  {
    path: '/importaciones/:id',
    name: 'importacion',
    title: 'importacion.titulo',
    permiso: 'importaciones.administrar',
    below: 'importaciones',
    component: async () => (await importaciones()).ImportacionPage,
  },
  {
    path: '/exportaciones',
    name: 'exportaciones',
    title: 'exportaciones.titulo',
    permiso: 'exportaciones.ver',
    menu: { label: 'lugares.exportaciones', order: 110, occasional: true },
    component: async () => (await exportaciones()).ExportacionesPage,
  },
]
