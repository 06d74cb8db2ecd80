import type { EstatusCaptura, EstatusSeccion } from '../../registro/estatus.ts'
import type { Completeness, ObservacionAbierta, SeccionState } from './situacion.ts'
import { actoCaptura, type NombreActo } from './tabla.ts'

/** Section after an act, as far as its estatus depends on it. */
export interface Resultado extends Pick<SeccionState, 'version' | 'versionVerificada'> {
  /** Observaciones that are open after the act. */
  observaciones: readonly ObservacionAbierta[]
  /** Captured answers, where the act captures, passes to another version or takes back what was sent; absent there: nobody has to look again. */
  capturado?: Extract<EstatusSeccion, 'vacia' | 'en_captura' | 'completa'>
}

/** Estatus of one section after an act on it. A section that the act does not fall on stays as it was. */
export function estatusTras(acto: NombreActo, antes: EstatusSeccion, tras: Resultado): EstatusSeccion {
  const [only = antes, ...others] = actoCaptura(acto).pasos[antes] ?? []
  if (others.length === 0) return only
  return TELLING.includes(acto) ? (tras.capturado ?? antes) : tellObservada(tras)
}

/** Acts after which a section is as its answers are. */
const TELLING: readonly NombreActo[] = ['capturar', 'trasladar', 'recuperar']

/** Observed while anything waits to be attended; then for the actor político to validate, or as it was before anybody observed it. */
function tellObservada({ observaciones, version, versionVerificada }: Resultado): EstatusSeccion {
  if (observaciones.some(({ respondida }) => !respondida)) return 'observada'
  if (observaciones.length > 0) return 'completa'
  return version === versionVerificada ? 'verificada' : 'validada'
}

/** Estatus of the whole, which follows from its sections. */
export function estatusCapturaDe(secciones: readonly EstatusSeccion[], completeness: Completeness): EstatusCaptura {
  for (const pending of ['observada', 'en_correccion'] as const) if (secciones.includes(pending)) return pending
  const reviewed = secciones.length > 0 && secciones.every((estatus) => estatus === 'validada' || estatus === 'verificada')
  if (reviewed) return secciones.includes('validada') ? 'validada' : 'verificada'
  return completeness.seccionesIncompletas.length === 0 && completeness.consentimiento !== 'ninguno' ? 'completa' : 'en_captura'
}
