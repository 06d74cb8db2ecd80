import type { Page } from '../../page.ts'

const auditoria = () => import('./auditoria/index.ts')
const nueva = () => import('./nueva/index.ts')
const solicitudes = () => import('./solicitudes/index.ts')
const vulneraciones = () => import('./vulneraciones/index.ts')
const proteccion = () => import('./proteccion/index.ts')
const conclusion = () => import('./conclusion/index.ts')

export const DERECHOS: Page[] = [
  {
    path: '/auditoria',
    name: 'auditoria',
    title: 'auditoria.titulo',
    permiso: 'auditoria.preguntar',
    menu: { label: 'lugares.auditoria', order: 300 },
    component: async () => (await auditoria()).AuditoriaPage,
  },
  {
    path: '/derechos',
    name: 'derechos',
    title: 'derechos.titulo',
    permiso: 'derechos.pedir',
    menu: { label: 'lugares.derechos', order: 260 },
    component: async () => (await solicitudes()).DerechosPage,
  },
  {
    path: '/derechos/nueva',
    name: 'derecho-nuevo',
    title: 'derechos.nueva',
    permiso: 'derechos.pedir',
    below: 'derechos',
    component: async () => (await nueva()).DerechoNuevoPage,
  },
  {
    path: '/derechos/:id',
    name: 'derecho',
    title: 'derechos.solicitud',
    permiso: 'derechos.pedir',
    below: 'derechos',
    props: true,
    component: async () => (await solicitudes()).DerechoPage,
  },
  {
    path: '/vulneraciones',
    name: 'vulneraciones',
    title: 'vulneraciones.titulo',
    permiso: 'vulneraciones.ver',
    menu: { label: 'lugares.vulneraciones', order: 270, occasional: true },
    component: async () => (await vulneraciones()).VulneracionesPage,
  },
  {
    path: '/vulneraciones/nueva',
    name: 'vulneracion-nueva',
    title: 'vulneraciones.nueva',
    permiso: 'vulneraciones.registrar',
    below: 'vulneraciones',
    component: async () => (await vulneraciones()).VulneracionFormPage,
  },
  {
    path: '/vulneraciones/:id',
    name: 'vulneracion',
    title: 'vulneraciones.vulneracion',
    permiso: 'vulneraciones.ver',
    below: 'vulneraciones',
    props: true,
    component: async () => (await vulneraciones()).VulneracionPage,
  },
  {
    path: '/vulneraciones/:id/corregir',
    name: 'vulneracion-corregir',
    title: 'vulneraciones.corregir',
    permiso: 'vulneraciones.registrar',
    below: 'vulneraciones',
    props: true,
    component: async () => (await vulneraciones()).VulneracionFormPage,
  },
  {
    path: '/proteccion',
    name: 'proteccion',
    title: 'proteccion.titulo',
    permiso: 'proteccion.ver',
    menu: { label: 'lugares.proteccion', order: 280, occasional: true },
    component: async () => (await proteccion()).ProteccionPage,
  },
  {
    path: '/conclusion',
    name: 'conclusion',
    title: 'lugares.conclusion',
    permiso: 'conclusion.ver',
    menu: { label: 'lugares.conclusion', order: 220, occasional: true },
    component: async () => (await conclusion()).ConclusionPage,
  },
]
