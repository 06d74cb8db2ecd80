import { ACTOS_CAMBIO } from '@conoceles/domain'
import type { Cuenta } from './api-types.ts'
import type { Place } from './components/marco/AppHeader.vue'
import { t, type MessageKey } from './messages/index.ts'

interface PlaceRule {
  key: string
  label: MessageKey
  permiso: string | null
  /** Names of the routes below this place. */
  routes: string[]
  /** Stands below «Más» where an account has many places. */
  occasional?: boolean
}

/** How many places stand side by side on a desk. */
const MANY = 6

const RULES: PlaceRule[] = [
  { key: 'hoy', label: 'lugares.hoy', permiso: null, routes: ['hoy'] },
  { key: 'cola-revision', label: 'lugares.revision', permiso: 'captura.verificar', routes: ['cola-revision', 'revision'] },
  {
    key: 'candidaturas',
    label: 'lugares.candidaturas',
    permiso: 'candidaturas.ver',
    routes: [
      'candidaturas',
      'candidatura',
      'captura',
      'consentimiento',
      'lecturas',
      'solicitar-correccion',
      'cancelar-seleccionadas',
      ...ACTOS_CAMBIO,
    ],
  },
  { key: 'tablero', label: 'lugares.tablero', permiso: 'tablero.ver', routes: ['tablero', 'recordar'], occasional: true },
  { key: 'omisiones', label: 'lugares.omisiones', permiso: 'omisiones.ver', routes: ['omisiones'], occasional: true },
  { key: 'informes', label: 'lugares.informes', permiso: 'informes.ver', routes: ['informes', 'informe'], occasional: true },
  {
    key: 'codificaciones',
    label: 'lugares.codificaciones',
    permiso: 'codificaciones.ver',
    routes: ['codificaciones', 'codificacion', 'codificar', 'desacuerdos'],
    occasional: true,
  },
  {
    key: 'acuerdos',
    label: 'lugares.acuerdos',
    permiso: 'acuerdos.ver',
    routes: ['acuerdos', 'acuerdo-nuevo', 'acuerdo', 'acuerdo-completar'],
  },
  { key: 'entregas', label: 'lugares.entregas', permiso: 'entregas.administrar', routes: ['entregas', 'entrega'] },
  {
    key: 'importaciones',
    label: 'lugares.importaciones',
    permiso: 'importaciones.administrar',
    routes: ['importaciones', 'importacion'],
    occasional: true,
  },
  { key: 'exportaciones', label: 'lugares.exportaciones', permiso: 'exportaciones.ver', routes: ['exportaciones'], occasional: true },
  { key: 'advertencias', label: 'lugares.advertencias', permiso: 'advertencias.ver', routes: ['advertencias'], occasional: true },
  {
    key: 'actividades',
    label: 'lugares.actividades',
    permiso: 'actividades.ver',
    routes: ['actividades', 'entregable', 'calendarios', 'escenarios', 'escenario'],
  },
  {
    key: 'sesiones',
    label: 'lugares.sesiones',
    permiso: 'sesiones.ver',
    routes: ['sesiones', 'sesion', 'sesion-nueva', 'sesion-plan', 'sesion-celebrar', 'sesion-corregir', 'integrantes'],
    occasional: true,
  },
  {
    key: 'remisiones',
    label: 'lugares.remisiones',
    permiso: 'remisiones.ver',
    routes: ['remisiones', 'remision-nueva', 'remision', 'remision-cambiar'],
    occasional: true,
  },
  {
    key: 'cuestionarios',
    label: 'lugares.cuestionarios',
    permiso: 'versiones.ver',
    routes: ['cuestionarios', 'borrador'],
    occasional: true,
  },
  { key: 'politica', label: 'lugares.politica', permiso: 'politica.ver', routes: ['politica', 'politica-borrador'], occasional: true },
  {
    key: 'avisos',
    label: 'lugares.avisos',
    permiso: 'avisos.ver',
    routes: ['avisos', 'version-aviso', 'borrador-aviso'],
    occasional: true,
  },
  { key: 'bloqueos', label: 'lugares.bloqueos', permiso: 'bloqueos.ver', routes: ['bloqueos', 'bloqueo-nuevo'], occasional: true },
  { key: 'confirmaciones', label: 'lugares.confirmaciones', permiso: 'confirmaciones.ver', routes: ['confirmaciones'], occasional: true },
  { key: 'reportes', label: 'lugares.reportes', permiso: 'reportes.ver', routes: ['reportes'], occasional: true },
  { key: 'conclusion', label: 'lugares.conclusion', permiso: 'conclusion.ver', routes: ['conclusion'], occasional: true },
  { key: 'recordatorios', label: 'lugares.recordatorios', permiso: 'recordatorios.ver', routes: ['recordatorios'], occasional: true },
  { key: 'publicacion', label: 'lugares.publicacion', permiso: 'publicaciones.ver', routes: ['publicacion'], occasional: true },
  { key: 'reposiciones', label: 'reposiciones.titulo', permiso: 'cuentas.administrar', routes: ['reposiciones'], occasional: true },
  { key: 'derechos', label: 'lugares.derechos', permiso: 'derechos.pedir', routes: ['derechos', 'derecho', 'derecho-nuevo'] },
  {
    key: 'vulneraciones',
    label: 'lugares.vulneraciones',
    permiso: 'vulneraciones.ver',
    routes: ['vulneraciones', 'vulneracion', 'vulneracion-nueva', 'vulneracion-corregir'],
    occasional: true,
  },
  { key: 'proteccion', label: 'lugares.proteccion', permiso: 'proteccion.ver', routes: ['proteccion'], occasional: true },
  { key: 'mis-actos', label: 'lugares.misActos', permiso: 'bitacora.propia', routes: ['mis-actos'], occasional: true },
  { key: 'auditoria', label: 'lugares.auditoria', permiso: 'auditoria.preguntar', routes: ['auditoria'] },
  { key: 'bitacora', label: 'lugares.bitacora', permiso: 'bitacora.ver', routes: ['bitacora'] },
  { key: 'cuentas', label: 'lugares.cuentas', permiso: 'cuentas.ver', routes: ['cuentas'], occasional: true },
  { key: 'reloj', label: 'lugares.reloj', permiso: 'reloj.mover', routes: ['reloj'] },
]

/** Places of the persona candidata: her own candidatura, and her rights over her data. */
const OWN_RULES: PlaceRule[] = [
  {
    key: 'mi-candidatura',
    label: 'mia.titulo',
    permiso: null,
    routes: ['mi-candidatura', 'candidatura', 'captura', 'lecturas', 'solicitar-correccion'],
  },
  { key: 'consentimiento', label: 'mia.decisiones', permiso: 'consentimiento.ver', routes: ['consentimiento'] },
  { key: 'derechos', label: 'lugares.misDerechos', permiso: 'derechos.pedir', routes: ['derechos', 'derecho', 'derecho-nuevo'] },
]

/** Places that an account may open. */
export function placesOf(cuenta: Cuenta | null, { routeName, relojMovible }: { routeName: string; relojMovible: boolean }): Place[] {
  if (cuenta === null) return []
  const rules = (cuenta.candidaturaId === null ? RULES : OWN_RULES)
    .filter((rule) => rule.permiso === null || cuenta.permisos.includes(rule.permiso))
    .filter((rule) => rule.key !== 'reloj' || relojMovible)
  return rules.map((rule) => ({
    key: rule.key,
    label: t(rule.label),
    to: rule.key === 'consentimiento' ? { name: rule.key, params: { id: cuenta.candidaturaId ?? '' } } : { name: rule.key },
    current: rule.routes.includes(routeName),
    more: rules.length > MANY && rule.occasional === true,
  }))
}
