import { requiereDosPersonas, type ActoEtapa, type ClaveEtapa } from '@conoceles/domain'
import type { Quien } from '../../../shared/act.ts'
import type { EtapaConclusion } from './etapa-conclusion.entity.ts'

interface Orden {
  quien: Quien
  ahora: Date
  hoy: string
  base: string
}

/** Columns that each act writes. A stage that one person carries out is over with the act; the other one goes on by itself. */
export function efectoDe(
  clave: ClaveEtapa,
  acto: Exclude<ActoEtapa, 'fijar'>,
  { quien: { cuentaId, rol }, ahora, hoy, base }: Orden,
): Partial<EtapaConclusion> {
  if (acto === 'proponer') return { propuestaPor: cuentaId, propuestaEn: ahora }
  if (acto === 'retirar') return { propuestaPor: null, propuestaEn: null }
  const ordered = { confirmadaPor: cuentaId, confirmadaRol: rol, confirmadaEn: ahora, confirmadaDia: hoy, base }
  return requiereDosPersonas(clave) ? ordered : { ...ordered, concluidaEn: ahora, concluidaDia: hoy }
}
