import type { RouteRecordRaw } from 'vue-router'

const derechos = () => import('./features/derechos/solicitudes/index.ts')
const vulneraciones = () => import('./features/derechos/vulneraciones/index.ts')

/** Rights of a persona over her data. */
export const DERECHOS: RouteRecordRaw[] = [
  {
    path: '/candidaturas/:id/lecturas',
    name: 'lecturas',
    meta: { title: 'lecturas.tituloAjeno', permiso: 'identidad.lecturas' },
    component: async () => (await import('./features/captura/lecturas/index.ts')).LecturasPage,
  },
  {
    path: '/derechos',
    name: 'derechos',
    meta: { title: 'derechos.titulo', permiso: 'derechos.pedir' },
    component: async () => (await derechos()).DerechosPage,
  },
  {
    path: '/derechos/nueva',
    name: 'derecho-nuevo',
    meta: { title: 'derechos.nueva', permiso: 'derechos.pedir' },
    component: async () => (await derechos()).DerechoNuevoPage,
  },
  {
    path: '/derechos/:id',
    name: 'derecho',
    meta: { title: 'derechos.solicitud', permiso: 'derechos.pedir' },
    props: true,
    component: async () => (await derechos()).DerechoPage,
  },
  {
    path: '/vulneraciones',
    name: 'vulneraciones',
    meta: { title: 'vulneraciones.titulo', permiso: 'vulneraciones.ver' },
    component: async () => (await vulneraciones()).VulneracionesPage,
  },
  {
    path: '/vulneraciones/nueva',
    name: 'vulneracion-nueva',
    meta: { title: 'vulneraciones.nueva', permiso: 'vulneraciones.registrar' },
    component: async () => (await vulneraciones()).VulneracionFormPage,
  },
  {
    path: '/vulneraciones/:id',
    name: 'vulneracion',
    meta: { title: 'vulneraciones.vulneracion', permiso: 'vulneraciones.ver' },
    props: true,
    component: async () => (await vulneraciones()).VulneracionPage,
  },
  {
    path: '/vulneraciones/:id/corregir',
    name: 'vulneracion-corregir',
    meta: { title: 'vulneraciones.corregir', permiso: 'vulneraciones.registrar' },
    props: true,
    component: async () => (await vulneraciones()).VulneracionFormPage,
  },
  {
    path: '/proteccion',
    name: 'proteccion',
    meta: { title: 'proteccion.titulo', permiso: 'proteccion.ver' },
    component: async () => (await import('./features/derechos/proteccion/index.ts')).ProteccionPage,
  },
  {
    path: '/mis-actos',
    name: 'mis-actos',
    meta: { title: 'bitacora.tituloPropio', permiso: 'bitacora.propia' },
    props: { propia: true },
    component: async () => (await import('./features/bitacora/index.ts')).BitacoraPage,
  },
]
