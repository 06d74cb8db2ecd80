import type { Page } from '../../page.ts'
import { AvisoPrivacidadPage, CapturaPage, SolicitarCorreccionPage } from './secciones/index.ts'

const consentimientos = () => import('./consentimientos/index.ts')
const archivos = () => import('./archivos/index.ts')
const cola = () => import('./cola/index.ts')
const revision = () => import('./revision/index.ts')
const lecturas = () => import('./lecturas/index.ts')
const varias = () => import('./varias/index.ts')
const visita = () => import('./visita/index.ts')

export const CAPTURA: Page[] = [
  {
    path: '/candidaturas/validar',
    name: 'validar-seleccionadas',
    guia: 'captura#validar-y-enviar',
    title: 'validar.titulo',
    permiso: 'captura.validar',
    below: 'candidaturas',
    props: () => ({ acto: 'validar' }),
    component: async () => (await varias()).VariasPage,
  },
  {
    path: '/candidaturas/verificar',
    name: 'verificar-seleccionadas',
    guia: 'revision#verificar-varias',
    title: 'verificar.titulo',
    permiso: 'captura.verificar',
    below: 'candidaturas',
    props: () => ({ acto: 'verificar' }),
    component: async () => (await varias()).VariasPage,
  },
  {
    path: '/sin-conexion',
    name: 'sin-conexion',
    guia: 'captura#capturar-una-candidatura',
    title: 'sinConexion.titulo',
    permiso: 'candidaturas.ver',
    below: 'candidaturas',
    component: async () => (await visita()).VisitaPage,
  },
  {
    path: '/candidaturas/archivos',
    name: 'capturar-archivos',
    guia: 'captura#capturar-desde-archivos',
    title: 'archivos.titulo',
    permiso: 'captura.capturar',
    below: 'candidaturas',
    component: async () => (await archivos()).ArchivosPage,
  },
  {
    path: '/candidaturas/:id/captura/:cuestionario?/:seccion?/:pregunta?',
    name: 'captura',
    guia: 'captura#capturar-una-candidatura',
    title: 'captura.titulo',
    permiso: 'captura.ver',
    below: 'candidaturas',
    component: CapturaPage,
  },
  {
    path: '/candidaturas/:id/consentimiento',
    name: 'consentimiento',
    guia: 'captura#registrar-el-consentimiento',
    title: 'consentimientos.titulo',
    permiso: 'consentimiento.ver',
    below: 'candidaturas',
    component: async () => (await consentimientos()).ConsentimientoPage,
  },
  {
    path: '/candidaturas/:id/correccion',
    name: 'solicitar-correccion',
    guia: 'captura#corregir-lo-que-ya-se-publico',
    title: 'correccion.titulo',
    permiso: 'captura.capturar',
    below: 'candidaturas',
    component: SolicitarCorreccionPage,
  },
  {
    path: '/avisos-privacidad',
    name: 'aviso-privacidad',
    title: 'aviso.titulo',
    component: AvisoPrivacidadPage,
  },
  {
    path: '/revision',
    name: 'cola-revision',
    guia: 'revision#elegir-que-revisar',
    title: 'cola.titulo',
    permiso: 'captura.verificar',
    menu: { label: 'lugares.revision', order: 20 },
    component: async () => (await cola()).ColaRevisionPage,
  },
  {
    path: '/revision/:id',
    name: 'revision',
    guia: 'revision#revisar-una-candidatura',
    title: 'revision.titulo',
    permiso: 'captura.verificar',
    below: 'cola-revision',
    component: async () => (await revision()).RevisionPage,
  },
  {
    path: '/candidaturas/:id/lecturas',
    name: 'lecturas',
    guia: 'revision#leer-las-respuestas-de-identidad',
    title: 'lecturas.tituloAjeno',
    permiso: 'identidad.lecturas',
    below: 'candidaturas',
    component: async () => (await lecturas()).LecturasPage,
  },
]
