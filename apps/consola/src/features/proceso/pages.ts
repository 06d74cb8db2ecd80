import type { Page } from '../../page.ts'

const reloj = () => import('./reloj/index.ts')
const confirmaciones = () => import('./confirmaciones/index.ts')
const paquete = () => import('./paquete/index.ts')
const diagnostico = () => import('./diagnostico/index.ts')
const plantillas = () => import('./plantillas/index.ts')

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
    guia: 'instituto-que-empieza#6-mirarlo-como-lo-vera-la-gente',
    title: 'lugares.confirmaciones',
    permiso: 'confirmaciones.ver',
    menu: { label: 'lugares.confirmaciones', order: 200, occasional: true },
    component: async () => (await confirmaciones()).ConfirmacionesPage,
  },
  {
    path: '/paquete',
    name: 'paquete',
    guia: 'instituto-que-empieza#6-mirarlo-como-lo-vera-la-gente',
    title: 'lugares.paquete',
    permiso: 'paquete.ver',
    menu: { label: 'lugares.paquete', order: 325, occasional: true },
    component: async () => (await paquete()).PaquetePage,
  },
  {
    path: '/diagnostico',
    name: 'diagnostico',
    title: 'lugares.diagnostico',
    permiso: 'diagnostico.ver',
    menu: { label: 'lugares.diagnostico', order: 335, occasional: true },
    component: async () => (await diagnostico()).DiagnosticoPage,
  },
  {
    path: '/plantillas',
    name: 'plantillas',
    title: 'lugares.plantillas',
    permiso: 'plantillas.ver',
    menu: { label: 'lugares.plantillas', order: 155, occasional: true },
    component: async () => (await plantillas()).PlantillasPage,
  },
  {
    path: '/plantillas/:documento(oficio|convocatoria|orden_del_dia|requerimiento|acta|asistencia|acuerdo|certificacion)',
    name: 'plantilla',
    title: 'lugares.plantillas',
    permiso: 'plantillas.ver',
    below: 'plantillas',
    props: true,
    component: async () => (await plantillas()).PlantillaPage,
  },
]
