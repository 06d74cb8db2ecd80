import type { Situacion } from './situacion.ts'
import { razonesContra } from './tabla.ts'

/**
 * Reasons against verifying it together with others, without an observación. `abierta`: whether the acting reviewer opened it since it was
 * validated last.
 */
export function razonesContraVerificarVarias(situacion: Situacion, { abierta }: { abierta: boolean }): string[] {
  const razones = razonesContra('verificar', situacion)
  if (razones.length > 0) return razones
  return [
    ...(situacion.secciones.some(({ observaciones }) => observaciones.length > 0) ? [CON_OBSERVACION] : []),
    ...(abierta ? [] : [SIN_ABRIR]),
  ]
}

const CON_OBSERVACION = 'Tiene una observación abierta: se verifica por separado.'
const SIN_ABRIR = 'Usted no la ha abierto desde que se validó.'
