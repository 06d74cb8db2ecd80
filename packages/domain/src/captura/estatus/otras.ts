import { GUARDAS, razonesDe } from './guardas.ts'
import type { CapturaState, Situacion } from './situacion.ts'

/** Sensitive data are not received before the persona consents to their treatment (LGPDPPSO arts. 7 and 15), nor for purposes that changed since. */
export function razonesContraCapturarIdentidad(
  tratamiento: boolean | null,
  { porRenovar, suprimida }: { porRenovar: boolean; suprimida: boolean },
): string[] {
  if (suprimida) return ['Sus datos de identidad se suprimieron: no se capturan de nuevo.']
  if (tratamiento !== null && porRenovar)
    return ['El aviso de privacidad cambió sus finalidades: la persona tiene que volver a decidir sobre el tratamiento de sus datos.']
  if (tratamiento === null) return ['Antes del cuestionario de identidad hay que registrar el consentimiento de la persona.']
  return tratamiento ? [] : ['La persona no consintió el tratamiento de sus datos de identidad: no se capturan.']
}

/** Ways in which the institute opened a captura again. */
export interface Reabierta {
  observada: boolean
  enCorreccion: boolean
}

/** The photograph goes with the whole: an observación opens it too, a correction opens its section and nothing else. */
export function razonesContraFotografiar(captura: CapturaState, { observada, enCorreccion }: Reabierta): string[] {
  const { vigente, cierre, enRevision, verificada } = GUARDAS
  const guardas = observada ? [vigente, enRevision, verificada] : [vigente, cierre, enRevision, verificada]
  const whole = razonesDe(guardas, { ...NOTHING, captura })
  return enCorreccion && !observada ? [...whole, 'Sólo se aceptó corregir una sección: la fotografía no cambia.'] : whole
}

const NOTHING: Omit<Situacion, 'captura'> = {
  orden: 'verificar_y_publicar',
  secciones: [],
  completeness: { seccionesIncompletas: [], consentimiento: 'ninguno' },
  seccion: null,
  observacion: null,
  enRevision: false,
  cuenta: '',
  trasCierre: false,
}
