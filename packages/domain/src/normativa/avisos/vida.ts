import type { Vida } from '../vida.ts'

export const ESTATUS_AVISO = ['borrador', 'en_comision', 'en_comite', 'aprobado', 'publicado', 'descartado'] as const
export type EstatusAviso = (typeof ESTATUS_AVISO)[number]

export const ACTOS_AVISO = ['guardar', 'enviar', 'aprobar_comision', 'aprobar_comite', 'publicar', 'devolver', 'descartar'] as const
export type ActoAviso = (typeof ACTOS_AVISO)[number]

/**
 * The life of a version of the aviso: written, before the Comisión, before the Comité de Transparencia, published. Source: programme of
 * work of the institute, steps of the actividad of the aviso de privacidad.
 */
export const VIDA_AVISO: Vida<EstatusAviso, ActoAviso> = {
  borrador: { guardar: 'borrador', enviar: 'en_comision', descartar: 'descartado' },
  en_comision: { aprobar_comision: 'en_comite', devolver: 'borrador', descartar: 'descartado' },
  en_comite: { aprobar_comite: 'aprobado', devolver: 'borrador', descartar: 'descartado' },
  aprobado: { publicar: 'publicado', devolver: 'borrador', descartar: 'descartado' },
  publicado: {},
  descartado: {},
}

export interface AvisoState {
  estatus: EstatusAviso
  /** Number of lacks that stop it from being sent; see `faltasDelAviso`. */
  faltas: number
  /** Whether it says something else than the newest version published. */
  cambia: boolean
  /** First day on which it is to be in force; null while nobody said. */
  vigenteDesde: string | null
  /** First day of the newest version published; null before the first. */
  ultimaDesde: string | null
}

/** Why an act may not be done with a version now, as sentences. */
export function razonesContraActoAviso(state: AvisoState, acto: ActoAviso): string[] {
  if (VIDA_AVISO[state.estatus][acto] === undefined) return [NOT_NOW[state.estatus]]
  if (acto === 'enviar') return razonesContraEnviar(state)
  return acto === 'publicar' ? razonesDeDia(state) : []
}

function razonesContraEnviar(state: AvisoState): string[] {
  return [
    ...(state.faltas > 0 ? ['Al aviso le falta lo que está señalado.'] : []),
    ...(state.cambia ? [] : ['No cambia nada de la última versión publicada.']),
    ...(state.vigenteDesde === null ? ['Diga desde qué día regirá.'] : razonesDeDia(state)),
  ]
}

function razonesDeDia({ vigenteDesde, ultimaDesde }: AvisoState): string[] {
  const before = vigenteDesde !== null && ultimaDesde !== null && vigenteDesde < ultimaDesde
  return before ? ['No puede regir antes que la última versión publicada.'] : []
}

const NOT_NOW: Record<EstatusAviso, string> = {
  borrador: 'Primero hay que enviarlo a la Comisión.',
  en_comision: 'Está ante la Comisión: para cambiarlo, devuélvalo a borrador.',
  en_comite: 'Está ante el Comité de Transparencia: para cambiarlo, devuélvalo a borrador.',
  aprobado: 'El Comité de Transparencia ya lo aprobó: para cambiarlo, devuélvalo a borrador.',
  publicado: 'Está publicado: una versión publicada no cambia.',
  descartado: 'Se descartó.',
}
