import type { Page } from '../../page.ts'
import { DispositivosPage, EntrarPage, FactoresPage, InvitacionPage, RecuperarPage, RestablecerPage } from './entrada/index.ts'

const personas = () => import('./personas/index.ts')
const cuentas = () => import('./cuentas/index.ts')

export const ACCESO: Page[] = [
  { path: '/entrar', name: 'entrar', title: 'entrar.titulo', open: true, component: EntrarPage },
  { path: '/recuperar', name: 'recuperar', title: 'recuperar.titulo', open: true, component: RecuperarPage },
  {
    path: '/restablecer/:token',
    name: 'restablecer',
    title: 'restablecer.titulo',
    open: true,
    component: RestablecerPage,
  },
  {
    path: '/invitacion/:token',
    name: 'invitacion',
    title: 'invitacion.titulo',
    open: true,
    component: InvitacionPage,
  },
  { path: '/factores', name: 'factores', title: 'factores.titulo', component: FactoresPage },
  {
    path: '/reponer/:token',
    name: 'reponer',
    title: 'factores.tituloReponer',
    open: true,
    component: EntrarPage,
  },
  {
    path: '/reposiciones',
    name: 'reposiciones',
    title: 'reposiciones.titulo',
    permiso: 'cuentas.administrar',
    menu: { label: 'reposiciones.titulo', order: 250, occasional: true },
    component: async () => (await cuentas()).ReposicionesPage,
  },
  { path: '/dispositivos', name: 'dispositivos', title: 'dispositivos.titulo', component: DispositivosPage },
  {
    path: '/cuentas',
    name: 'cuentas',
    title: 'cuentas.titulo',
    permiso: 'cuentas.ver',
    menu: { label: 'lugares.cuentas', order: 320, occasional: true },
    component: async () => (await cuentas()).CuentasPage,
  },
  {
    path: '/invitaciones',
    name: 'invitaciones',
    guia: 'captura#invitar-a-la-persona',
    title: 'personas.titulo',
    permiso: 'personas.invitar',
    menu: { label: 'lugares.invitaciones', order: 315, occasional: true },
    component: async () => (await personas()).InvitacionesPage,
  },
  {
    path: '/invitaciones/nueva',
    name: 'invitar',
    guia: 'captura#invitar-a-la-persona',
    title: 'personas.invitarTitulo',
    permiso: 'personas.invitar',
    below: 'invitaciones',
    component: async () => (await personas()).InvitarPage,
  },
]
