import type { Page } from '../../page.ts'

const hoy = () => import('./index.ts')

export const HOY: Page[] = [
  { path: '/', name: 'hoy', title: 'hoy.titulo', menu: { label: 'lugares.hoy', order: 10 }, component: async () => (await hoy()).HoyPage },
  { path: '/mi-candidatura', name: 'mi-candidatura', title: 'mia.titulo', component: async () => (await hoy()).MiCandidaturaPage },
  { path: '/:resto(.*)*', name: 'no-existe', title: 'noExiste.titulo', open: true, component: async () => (await hoy()).NoExistePage },
]
