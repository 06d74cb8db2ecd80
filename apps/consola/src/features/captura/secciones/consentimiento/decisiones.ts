import { ELECCIONES_CONSENTIMIENTO, type Elecciones } from '@conoceles/domain'
import { t } from '../../mensajes.ts'

/** Her decisions, a sentence each; the two that a first no leaves out are not told as refusals. */
export function decisionesEnPalabras(elecciones: Elecciones, siglas: string): string[] {
  if (!elecciones.tratamiento) return [t('decisiones.dijo_no_tratamiento', { siglas })]
  return ELECCIONES_CONSENTIMIENTO.map((eleccion) => t(`decisiones.dijo_${elecciones[eleccion] ? 'si' : 'no'}_${eleccion}`, { siglas }))
}
