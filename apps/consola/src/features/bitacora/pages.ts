import type { Page } from '../../page.ts'

const bitacora = () => import('./index.ts')

export const BITACORA: Page[] = [
  {
    path: '/bitacora',
    name: 'bitacora',
    title: 'bitacora.titulo',
    permiso: 'bitacora.ver',
    menu: { label: 'lugares.bitacora', order: 310 },
    component: async () => (await bitacora()).BitacoraPage,
  },
  {
    path: '/mis-actos',
    name: 'mis-actos',
    title: 'bitacora.tituloPropio',
    permiso: 'bitacora.propia',
    menu: { label: 'lugares.misActos', order: 290, occasional: true },
    props: { propia: true },
    component: async () => (await bitacora()).BitacoraPage,
  },
]
