/**
 * How a persona consents to the three treatments of identity data (LGPDPPSO arts. 7 and 15: express and in writing, by signature or by
 * an authentication of the persona's own). An operator of the actor político never decides for the persona: she only hands in a signature.
 */
export const MECANISMOS_CONSENTIMIENTO = ['cuenta_propia', 'formato_firmado'] as const
export type MecanismoConsentimiento = (typeof MECANISMOS_CONSENTIMIENTO)[number]

/** A choice from the persona's own account needs no review; a signed form counts once the institute looked at it. */
export const REVISIONES_CONSENTIMIENTO = ['no_requiere', 'pendiente', 'aceptada', 'rechazada'] as const
export type RevisionConsentimiento = (typeof REVISIONES_CONSENTIMIENTO)[number]

export interface ConsentimientoDado {
  mecanismo: MecanismoConsentimiento
  revision: RevisionConsentimiento
}

/**
 * Why it may not be given now. It may be given, changed and withdrawn at any time, also after the captura closed: withdrawing is a
 * right. What a persona decided with her own account only she changes: a paper handed in by others cannot be told from an older one.
 */
export function razonesContraConsentir(mecanismo: MecanismoConsentimiento, anteriores: readonly ConsentimientoDado[]): string[] {
  const own = anteriores.some((anterior) => anterior.mecanismo === 'cuenta_propia')
  return mecanismo === 'formato_firmado' && own ? ['La persona ya decidió con su propia cuenta: sólo ella puede cambiar su decisión.'] : []
}

/** Why the institute may not accept or reject now. */
export function razonesContraRevisar(ultimo: ConsentimientoDado | null): string[] {
  if (!ultimo) return ['No hay un consentimiento que revisar.']
  return ultimo.revision === 'pendiente' ? [] : ['No hay un formato firmado en espera de revisión.']
}

/**
 * The one that governs. The last one, also while its form waits for review: a withdrawal holds from the moment it is handed in, and a
 * permission from the moment it is accepted. When the last one was rejected, the last one that is good; failing that, the rejected one.
 */
export function consentimientoQueRige<T extends ConsentimientoDado>(delMasReciente: readonly T[]): T | null {
  const [ultimo = null] = delMasReciente
  if (ultimo?.revision !== 'rechazada') return ultimo
  return delMasReciente.find(({ revision }) => revision === 'no_requiere' || revision === 'aceptada') ?? ultimo
}
