import { ACTOS_CAMBIO, type ActoCambio } from '@conoceles/domain'
import type { Page } from '../../page.ts'

const candidaturas = () => import('./candidaturas/index.ts')
const cambios = () => import('./cambios/index.ts')
const advertencias = () => import('./advertencias/index.ts')
const acuerdos = () => import('./acuerdos/index.ts')
const entregas = () => import('./entregas/index.ts')

export const REGISTRO: Page[] = [
  {
    path: '/candidaturas',
    name: 'candidaturas',
    title: 'candidaturas.titulo',
    permiso: 'candidaturas.ver',
    menu: { label: 'lugares.candidaturas', order: 30 },
    component: async () => (await candidaturas()).CandidaturasPage,
  },
  {
    path: '/candidaturas/cancelar',
    name: 'cancelar-seleccionadas',
    title: 'lote.titulo',
    permiso: 'candidaturas.cambiar',
    below: 'candidaturas',
    component: async () => (await cambios()).CancelarSeleccionadasPage,
  },
  {
    path: '/candidaturas/:id',
    name: 'candidatura',
    title: 'candidatura.titulo',
    permiso: 'candidaturas.ver',
    below: 'candidaturas',
    component: async () => (await candidaturas()).CandidaturaPage,
  },
  {
    path: '/advertencias',
    name: 'advertencias',
    title: 'advertencias.titulo',
    permiso: 'advertencias.ver',
    menu: { label: 'lugares.advertencias', order: 120, occasional: true },
    component: async () => (await advertencias()).AdvertenciasPage,
  },
  {
    path: '/acuerdos',
    name: 'acuerdos',
    title: 'acuerdos.titulo',
    permiso: 'acuerdos.ver',
    menu: { label: 'lugares.acuerdos', order: 80, occasional: true },
    component: async () => (await acuerdos()).AcuerdosPage,
  },
  {
    path: '/acuerdos/nuevo',
    name: 'acuerdo-nuevo',
    title: 'acuerdos.nuevoTitulo',
    permiso: 'acuerdos.administrar',
    below: 'acuerdos',
    component: async () => (await acuerdos()).AcuerdoNuevoPage,
  },
  {
    path: '/acuerdos/:id',
    name: 'acuerdo',
    title: 'acuerdos.acuerdo',
    permiso: 'acuerdos.ver',
    below: 'acuerdos',
    props: true,
    component: async () => (await acuerdos()).AcuerdoPage,
  },
  {
    path: '/acuerdos/:id/completar',
    name: 'acuerdo-completar',
    title: 'acuerdos.completarTitulo',
    permiso: 'acuerdos.administrar',
    below: 'acuerdos',
    props: true,
    component: async () => (await acuerdos()).AcuerdoCompletarPage,
  },
  {
    path: '/acuerdos/:id/corregir',
    name: 'acuerdo-corregir',
    title: 'acuerdos.corregirTitulo',
    permiso: 'acuerdos.administrar',
    below: 'acuerdos',
    props: true,
    component: async () => (await acuerdos()).AcuerdoCorregirPage,
  },
  {
    path: '/entregas',
    name: 'entregas',
    title: 'entregas.titulo',
    permiso: 'acuerdos.ver',
    menu: { label: 'entregas.titulo', order: 90, occasional: true, permiso: 'entregas.administrar' },
    component: async () => (await entregas()).EntregasPage,
  },
  {
    path: '/entregas/:acuerdo/:actor',
    name: 'entrega',
    title: 'entregas.una',
    permiso: 'acuerdos.ver',
    below: 'entregas',
    props: true,
    component: async () => (await entregas()).EntregaPage,
  },
  ...ACTOS_CAMBIO.map(cambioPage),
]

/** Each act is a page of its own, with its own draft. */
function cambioPage(acto: ActoCambio): Page {
  return {
    path: `/candidaturas/:id/${acto}`,
    name: acto,
    title: `cambios.${acto}.titulo`,
    permiso: 'candidaturas.cambiar',
    below: 'candidaturas',
    props: ({ params }) => ({ acto, id: String(params.id) }),
    component: async () => (await cambios()).CambioPage,
  }
}
