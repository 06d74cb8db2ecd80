import { terminoElDia } from '../../base/plazo.ts'
import { estaReabierta, versionPublicable, type SeccionState, type Situacion } from './situacion.ts'
import { longDate } from '../../base/fecha.ts'

/** One reason against an act, and when it holds. */
export interface Guarda {
  /** Sentence for the person at the screen; `{}` stands for each text that `impide` gives. */
  razon: string
  /** Whether the act is refused; a list: once for each of its texts. */
  impide(situacion: Situacion): boolean | readonly string[]
}

/** The reasons of some guards that hold. */
export function razonesDe(guardas: readonly Guarda[], situacion: Situacion): string[] {
  return guardas.flatMap(({ razon, impide }) => {
    const found = impide(situacion)
    if (typeof found === 'boolean') return found ? [razon] : []
    return found.map((text) => razon.replace('{}', text))
  })
}

const estatusCaptura = (s: Situacion) => s.captura.estatusCaptura
const isSent = (s: Situacion) => estatusCaptura(s) === 'validada' || estatusCaptura(s) === 'verificada'
const isClosed = ({ captura }: Situacion) => terminoElDia(captura.cierreCaptura, captura)
const closing = ({ captura }: Situacion) => [longDate(captura.cierreCaptura)]
const titlesOf = (secciones: readonly SeccionState[], which: (seccion: SeccionState) => boolean) =>
  secciones.filter(which).map(({ titulo }) => titulo)

const waiting = (s: Situacion) => titlesOf(s.secciones, ({ estatus }) => estatus === 'observada' || estatus === 'en_correccion')

/** Every reason there is, by name; each act says which are its own. */
export const GUARDAS = {
  vigente: { razon: 'La candidatura ya no está vigente.', impide: ({ captura }) => captura.estatus !== 'aprobada' },
  cierre: {
    razon: 'La captura cerró el {}.',
    impide: (s) => (!(s.seccion ? [s.seccion] : s.secciones).some(estaReabierta) && isClosed(s) ? closing(s) : []),
  },
  enRevision: { razon: 'Ya se validó y el instituto la está revisando.', impide: (s) => estatusCaptura(s) === 'validada' },
  verificada: {
    razon: 'El instituto ya la verificó; sólo cambia si se observa alguna sección o se acepta corregirla.',
    impide: (s) => estatusCaptura(s) === 'verificada',
  },
  sinObservar: { razon: 'Hay observaciones sin atender.', impide: (s) => s.secciones.some(({ estatus }) => estatus === 'observada') },
  sinCorregir: {
    razon: 'Se aceptó corregir la sección «{}» y todavía no se guarda la corrección.',
    impide: (s) => titlesOf(s.secciones, ({ estatus }) => estatus === 'en_correccion'),
  },
  incompleta: {
    razon: 'Falta completar la sección «{}».',
    impide: (s) => (isSent(s) ? [] : s.completeness.seccionesIncompletas.filter((titulo) => !waiting(s).includes(titulo))),
  },
  sinConsentimiento: {
    razon: 'Falta registrar el consentimiento de la persona.',
    impide: (s) => !isSent(s) && s.completeness.consentimiento === 'ninguno',
  },
  formatoRechazado: {
    razon: 'El formato de consentimiento fue rechazado: hay que entregar otro.',
    impide: (s) => s.completeness.consentimiento === 'rechazado' && estatusCaptura(s) !== 'verificada',
  },
  formatoPendiente: {
    razon: 'Falta revisar el formato de consentimiento firmado.',
    impide: (s) => s.completeness.consentimiento === 'pendiente',
  },
  sinValidar: {
    razon: 'Sólo se verifica lo que el actor político ya validó.',
    impide: (s) => estatusCaptura(s) !== 'validada',
  },
  sinEnvio: { razon: 'No hay un envío que recuperar.', impide: (s) => estatusCaptura(s) !== 'validada' },
  yaPublicada: {
    razon: 'Lo que se validó ya se publicó: pida corregir la sección.',
    impide: ({ orden }) => orden === 'publicar_al_validar',
  },
  revisionEmpezada: { razon: 'El instituto ya empezó a revisarla.', impide: ({ enRevision }) => enRevision },
  observoUsted: {
    razon: 'Usted observó la sección «{}»: la verifica otra persona revisora.',
    impide: (s) =>
      titlesOf(
        s.secciones,
        ({ estatus, observaciones }) => estatus === 'validada' && observaciones.some(({ creadaPor }) => creadaPor === s.cuenta),
      ),
  },
  observacionCerrada: { razon: 'La observación ya se cerró.', impide: ({ observacion }) => observacion === null },
  cierraOtra: {
    razon: 'Usted hizo esta observación: la cierra otra persona revisora.',
    impide: ({ observacion, cuenta }) => observacion?.creadaPor === cuenta,
  },
  noPublicable: {
    razon: 'Esta sección todavía no se publica.',
    impide: ({ seccion, orden }) => seccion !== null && versionPublicable(seccion, orden) === null,
  },
  noPublica: { razon: 'Las respuestas de identidad no se publican.', impide: ({ seccion }) => seccion?.cuestionario === 'identidad' },
  porVerificar: {
    razon: 'El instituto la está revisando.',
    impide: ({ seccion, orden }) => seccion?.estatus === 'validada' && orden === 'verificar_y_publicar',
  },
  conObservacion: {
    razon: 'Tiene una observación abierta: corríjala o respóndala por esa vía.',
    impide: ({ seccion }) => seccion !== null && seccion.observaciones.length > 0,
  },
  yaSolicitada: { razon: 'Ya hay una solicitud en espera de respuesta.', impide: ({ seccion }) => seccion?.correccion === 'solicitada' },
  sinSolicitud: {
    razon: 'No hay una solicitud de corrección en espera.',
    impide: ({ seccion }) => seccion?.correccion !== 'solicitada',
  },
  aceptarTrasCierre: {
    razon: 'La captura cerró el {}: para aceptar la corrección hay que decir que se acepta después del cierre.',
    impide: (s) => (!s.trasCierre && isClosed(s) ? closing(s) : []),
  },
  yaPausada: { razon: 'Esta sección ya está pausada.', impide: ({ seccion }) => seccion?.pausada === true },
  sinPausa: { razon: 'Esta sección no está pausada.', impide: ({ seccion }) => seccion?.pausada !== true },
} as const satisfies Record<string, Guarda>
