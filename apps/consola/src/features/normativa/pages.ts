import type { Page } from '../../page.ts'

const avisos = () => import('./avisos/index.ts')
const politicas = () => import('./politicas/index.ts')
const cuestionarios = () => import('./cuestionarios/index.ts')

export const NORMATIVA: Page[] = [
  {
    path: '/avisos-privacidad/versiones',
    name: 'avisos',
    title: 'avisos.paginaTitulo',
    permiso: 'avisos.ver',
    menu: { label: 'lugares.avisos', order: 180, occasional: true },
    component: async () => (await avisos()).AvisosPage,
  },
  {
    path: '/avisos-privacidad/versiones/:id',
    name: 'version-aviso',
    title: 'avisos.version',
    permiso: 'avisos.ver',
    below: 'avisos',
    props: true,
    component: async () => (await avisos()).VersionAvisoPage,
  },
  {
    path: '/avisos-privacidad/borradores/:id',
    name: 'borrador-aviso',
    title: 'avisos.borrador',
    permiso: 'avisos.ver',
    below: 'avisos',
    props: true,
    component: async () => (await avisos()).BorradorAvisoPage,
  },
  {
    path: '/politica',
    name: 'politica',
    title: 'politica.titulo',
    permiso: 'politica.ver',
    menu: { label: 'lugares.politica', order: 170, occasional: true },
    component: async () => (await politicas()).PoliticaPage,
  },
  {
    path: '/politica/borradores/:id',
    name: 'politica-borrador',
    title: 'politica.borrador',
    permiso: 'politica.ver',
    below: 'politica',
    props: true,
    component: async () => (await politicas()).PoliticaBorradorPage,
  },
  {
    path: '/cuestionarios',
    name: 'cuestionarios',
    title: 'versiones.paginaTitulo',
    permiso: 'versiones.ver',
    menu: { label: 'lugares.cuestionarios', order: 160, occasional: true },
    component: async () => (await cuestionarios()).CuestionariosPage,
  },
  {
    path: '/cuestionarios/borradores/:id',
    name: 'borrador',
    title: 'versiones.borrador',
    permiso: 'versiones.ver',
    below: 'cuestionarios',
    props: true,
    component: async () => (await cuestionarios()).BorradorPage,
  },
]
