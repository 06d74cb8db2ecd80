import { ESTATUS_SECCION, type EstatusSeccion } from '../../registro/estatus.ts'
import type { Permiso } from '../../acceso/permisos.ts'
import { GUARDAS, razonesDe, type Guarda } from './guardas.ts'
import type { Situacion } from './situacion.ts'
import { keysOf } from '../../base/typed.ts'

type Pasos = Partial<Record<EstatusSeccion, readonly EstatusSeccion[]>>

/** One act on a captura: the accounts that may do it, its object, the estatus of a section before and after, and every reason against it. */
export interface ActoCaptura {
  nombre: string
  permiso: Permiso
  sobre: 'captura' | 'seccion'
  /** From each state of a section in which the act falls on it, the states in which it may leave it. */
  pasos: Pasos
  /** Why not, when the section is in no other state. */
  fuera: string
  guardas: readonly Guarda[]
}

const OPEN = ['vacia', 'en_captura', 'completa'] as const
const REVIEWED = ['validada', 'verificada'] as const
const G = GUARDAS

const toEach = (de: readonly EstatusSeccion[], a: readonly EstatusSeccion[]): Pasos => Object.fromEntries(de.map((each) => [each, a]))
const staying = (de: readonly EstatusSeccion[]): Pasos => Object.fromEntries(de.map((each) => [each, [each]]))

/**
 * The life of a captura as one table; drawn in `estatus.md`, obeyed by the API and shown by the consola. A captura has no state of its
 * own: it follows from its sections (`estatusCapturaDe`).
 */
export const TABLA_CAPTURA = {
  capturar: {
    nombre: 'Capturar',
    permiso: 'captura.capturar',
    sobre: 'seccion',
    pasos: toEach([...OPEN, 'observada', 'en_correccion'], OPEN),
    fuera: 'Esta sección no está observada ni abierta a corrección: ya está en manos del instituto.',
    guardas: [G.vigente, G.cierre, G.enRevision, G.verificada],
  },
  validar: {
    nombre: 'Validar',
    permiso: 'captura.validar',
    sobre: 'captura',
    pasos: toEach(OPEN, ['validada']),
    fuera: 'No hay nada nuevo que validar.',
    guardas: [
      G.vigente,
      G.cierre,
      G.enRevision,
      G.verificada,
      G.sinObservar,
      G.sinCorregir,
      G.incompleta,
      G.sinConsentimiento,
      G.formatoRechazado,
    ],
  },
  recuperar: {
    nombre: 'Recuperar el envío',
    permiso: 'captura.validar',
    sobre: 'captura',
    pasos: toEach(['validada'], OPEN),
    fuera: 'No hay un envío que recuperar.',
    guardas: [G.vigente, G.sinEnvio, G.yaPublicada, G.revisionEmpezada, G.cierre],
  },
  verificar: {
    nombre: 'Verificar',
    permiso: 'captura.verificar',
    sobre: 'captura',
    pasos: toEach(['validada'], ['verificada']),
    fuera: 'No hay nada que verificar.',
    guardas: [G.vigente, G.sinValidar, G.formatoPendiente, G.formatoRechazado, G.observoUsted],
  },
  observar: {
    nombre: 'Observar',
    permiso: 'captura.verificar',
    sobre: 'seccion',
    pasos: toEach([...REVIEWED, 'observada'], ['observada']),
    fuera: 'Sólo se observa lo que el actor político ya validó.',
    guardas: [G.vigente],
  },
  reiterar: {
    nombre: 'Observar de nuevo',
    permiso: 'captura.verificar',
    sobre: 'seccion',
    pasos: toEach(['validada'], ['observada']),
    fuera: 'Todavía no se atiende: se observa de nuevo cuando el actor político la valide.',
    guardas: [G.vigente, G.observacionCerrada],
  },
  responder: {
    nombre: 'Responder una observación',
    permiso: 'captura.capturar',
    sobre: 'seccion',
    pasos: { ...staying(['en_captura', 'completa']), observada: ['observada', 'completa'] },
    fuera: 'El instituto está revisando lo que se le envió.',
    guardas: [G.vigente, G.observacionCerrada],
  },
  atender: {
    nombre: 'Dar por atendida una observación',
    permiso: 'captura.verificar',
    sobre: 'seccion',
    pasos: staying(['validada']),
    fuera: 'Todavía no se atiende: el actor político debe validarla otra vez.',
    guardas: [G.vigente, G.observacionCerrada, G.cierraOtra],
  },
  retirar: {
    nombre: 'Retirar una observación',
    permiso: 'captura.verificar',
    sobre: 'seccion',
    pasos: { ...staying(['validada']), observada: ['observada', 'completa', 'validada', 'verificada'] },
    fuera: 'El actor político la está corrigiendo: se cierra cuando la valide.',
    guardas: [G.vigente, G.observacionCerrada, G.cierraOtra],
  },
  solicitar_correccion: {
    nombre: 'Solicitar una corrección',
    permiso: 'captura.capturar',
    sobre: 'seccion',
    pasos: staying(REVIEWED),
    fuera: 'Esta sección está abierta: puede cambiarla sin solicitarlo.',
    guardas: [G.vigente, G.noPublicable, G.porVerificar, G.conObservacion, G.yaSolicitada],
  },
  aceptar_correccion: {
    nombre: 'Aceptar una corrección',
    permiso: 'captura.verificar',
    sobre: 'seccion',
    pasos: toEach(REVIEWED, ['en_correccion']),
    fuera: 'Esta sección ya está abierta.',
    guardas: [G.vigente, G.sinSolicitud, G.aceptarTrasCierre],
  },
  rechazar_correccion: {
    nombre: 'Rechazar una corrección',
    permiso: 'captura.verificar',
    sobre: 'seccion',
    pasos: staying(ESTATUS_SECCION),
    fuera: '',
    guardas: [G.vigente, G.sinSolicitud],
  },
  pausar: {
    nombre: 'Pausar',
    permiso: 'captura.verificar',
    sobre: 'seccion',
    pasos: staying(ESTATUS_SECCION),
    fuera: '',
    guardas: [G.vigente, G.noPublica, G.noPublicable, G.yaPausada],
  },
  reanudar: {
    nombre: 'Reanudar',
    permiso: 'captura.verificar',
    sobre: 'seccion',
    pasos: staying(ESTATUS_SECCION),
    fuera: '',
    guardas: [G.sinPausa],
  },
  trasladar: {
    nombre: 'Pasar a otra versión del cuestionario',
    permiso: 'versiones.administrar',
    sobre: 'seccion',
    pasos: {
      ...toEach(OPEN, OPEN),
      ...staying(['en_correccion']),
      ...Object.fromEntries(([...REVIEWED, 'observada'] as const).map((each) => [each, [each, ...OPEN]])),
    },
    fuera: '',
    guardas: [],
  },
} as const satisfies Record<string, ActoCaptura>

export type NombreActo = keyof typeof TABLA_CAPTURA
export const ACTOS_CAPTURA = keysOf(TABLA_CAPTURA)

/** The row of an act. */
export function actoCaptura(acto: NombreActo): ActoCaptura {
  return TABLA_CAPTURA[acto]
}

/**
 * Why an act may not be done now, as sentences; none: it may. The consola shows them beside the disabled button, the API throws them.
 * Without a section: whether it may be done on any.
 */
export function razonesContra(acto: NombreActo, situacion: Situacion): string[] {
  const { pasos, fuera, guardas, sobre } = actoCaptura(acto)
  const own = razonesDe(guardas, situacion)
  if (own.length > 0) return own
  if (situacion.seccion) return pasos[situacion.seccion.estatus] ? [] : [fuera]
  // A section that nobody saved yet counts too, as a blank one.
  if (sobre === 'captura' || pasos.vacia) return []
  const each = situacion.secciones.map((seccion) => razonesContra(acto, { ...situacion, seccion }))
  return each.some((razones) => razones.length === 0) ? [] : (each[0] ?? [fuera])
}
