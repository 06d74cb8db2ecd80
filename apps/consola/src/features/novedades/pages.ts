import type { Page } from '../../page.ts'

export const NOVEDADES: Page[] = [
  {
    path: '/novedades',
    name: 'novedades',
    title: 'lugares.novedades',
    permiso: 'novedades.ver',
    component: async () => (await import('./index.ts')).NovedadesPage,
  },
]
