import type { Page } from '../../page.ts'
import { HoyPage, MiCandidaturaPage, NoExistePage } from './index.ts'

export const HOY: Page[] = [
  { path: '/', name: 'hoy', title: 'hoy.titulo', menu: { label: 'lugares.hoy', order: 10 }, component: HoyPage },
  {
    path: '/mi-candidatura',
    name: 'mi-candidatura',
    title: 'mia.titulo',
    guia: 'captura#si-usted-es-la-persona-candidata',
    component: MiCandidaturaPage,
  },
  { path: '/:resto(.*)*', name: 'no-existe', title: 'noExiste.titulo', open: true, component: NoExistePage },
]
