import type { Page } from '../../page.ts'

const reloj = () => import('./reloj/index.ts')
const confirmaciones = () => import('./confirmaciones/index.ts')

export const PROCESO: Page[] = [
  {
    path: '/reloj',
    name: 'reloj',
    title: 'reloj.titulo',
    permiso: 'reloj.mover',
    menu: { label: 'lugares.reloj', order: 330 },
    component: async () => (await reloj()).RelojPage,
  },
  {
    path: '/por-confirmar',
    name: 'confirmaciones',
    title: 'confirmaciones.titulo',
    permiso: 'confirmaciones.ver',
    menu: { label: 'lugares.confirmaciones', order: 200, occasional: true },
    component: async () => (await confirmaciones()).ConfirmacionesPage,
  },
]
