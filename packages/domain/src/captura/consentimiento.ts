import { recordOf } from '../base/typed.ts'
/**
 * How a persona consents to the three treatments of identity data (LGPDPPSO arts. 7 and 15: express and in writing, by signature or by
 * an authentication of the persona's own). An operator of the actor político never decides for the persona: she only hands in a signature.
 * `solicitud_escrita` only takes back: the Unidad de Transparencia registers the persona's written request.
 */
export const MECANISMOS_CONSENTIMIENTO = ['cuenta_propia', 'formato_firmado', 'solicitud_escrita'] as const
export type MecanismoConsentimiento = (typeof MECANISMOS_CONSENTIMIENTO)[number]

/** A choice from the persona's own account needs no review; a signed form counts once the institute looked at it. */
export const REVISIONES_CONSENTIMIENTO = ['no_requiere', 'pendiente', 'aceptada', 'rechazada'] as const
export type RevisionConsentimiento = (typeof REVISIONES_CONSENTIMIENTO)[number]

/** Choices of a persona, each apart from the others. */
export const ELECCIONES_CONSENTIMIENTO = ['tratamiento', 'publicacion', 'estadistica'] as const
export type EleccionConsentimiento = (typeof ELECCIONES_CONSENTIMIENTO)[number]
export type Elecciones = Record<EleccionConsentimiento, boolean>

export interface ConsentimientoDado {
  mecanismo: MecanismoConsentimiento
  revision: RevisionConsentimiento
}

export interface ConsentimientoConElecciones extends ConsentimientoDado, Elecciones {}

export interface ConsentimientoFechado extends ConsentimientoDado {
  /** Day on which the institute received the persona's request to take back; ISO date, null where there was none. */
  recibidaEl: string | null
}

/** Way of handing in: a choice of the persona's own, or a form that says on which day she signed it. */
export type Entrega = { mecanismo: 'cuenta_propia' } | { mecanismo: 'formato_firmado'; firmadoEl: string; hoy: string }

/**
 * Why it may not be given now. It may be given, changed and withdrawn at any time, also after the captura closed: withdrawing is a
 * right. Only the persona changes her own decision: a paper handed in by others cannot be told from an older one. A choice that she
 * took back in writing comes back by her own act, or by a form that she signed on a day after the institute received her request.
 */
export function razonesContraConsentir(entrega: Entrega, delMasReciente: readonly ConsentimientoFechado[]): string[] {
  if (entrega.mecanismo === 'cuenta_propia') return []
  const { firmadoEl, hoy } = entrega
  const [last] = delMasReciente.filter(({ mecanismo }) => mecanismo !== 'formato_firmado')
  return [
    ...(firmadoEl > hoy ? ['El formato no puede tener una fecha de firma que todavía no llega.'] : []),
    ...(last?.mecanismo === 'cuenta_propia' ? ['La persona ya decidió con su propia cuenta: sólo ella puede cambiar su decisión.'] : []),
    ...(last?.recibidaEl && firmadoEl <= last.recibidaEl
      ? ['La persona retiró su consentimiento por escrito: sólo vale un formato que haya firmado después, o lo que decida con su cuenta.']
      : []),
  ]
}

/**
 * Why these three choices cannot be recorded together. Publishing a group and counting in statistics use the identity answers: without
 * their treatment there is nothing to publish and nothing to count.
 */
export function razonesContraElegir({ tratamiento, publicacion, estadistica }: Elecciones): string[] {
  if (tratamiento || !(publicacion || estadistica)) return []
  return ['Sin autorizar que el instituto use sus respuestas de identidad no se puede autorizar publicarlas ni contarlas.']
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
  return delMasReciente.find(isGood) ?? ultimo
}

/** The newest one that counts, without regard to later ones that wait for review; null: none does. */
export function consentimientoFirme<T extends ConsentimientoDado>(delMasReciente: readonly T[]): T | null {
  return delMasReciente.find(isGood) ?? null
}

/** Whether the one that governs is a signed form that waits for review. */
export function esperaFormato(delMasReciente: readonly ConsentimientoDado[]): boolean {
  return consentimientoQueRige(delMasReciente)?.revision === 'pendiente'
}

const NADA: Elecciones = { tratamiento: false, publicacion: false, estadistica: false }

/** Choices authorised now: the good ones, and among them only those that a form waiting for review says too. */
export function eleccionesVigentes(delMasReciente: readonly ConsentimientoConElecciones[]): Elecciones {
  const rige = consentimientoQueRige(delMasReciente)
  const good = delMasReciente.find(isGood)
  if (!rige || !good) return NADA
  return both(good, rige)
}

/** Choices that may be taken back: those authorised, and those that a form waiting for review would authorise. */
export function eleccionesRevocables(delMasReciente: readonly ConsentimientoConElecciones[]): EleccionConsentimiento[] {
  const rige = consentimientoQueRige(delMasReciente)
  if (!rige || rige.revision === 'rechazada') return []
  return ELECCIONES_CONSENTIMIENTO.filter((eleccion) => rige[eleccion])
}

export interface Revocacion {
  revoca: readonly EleccionConsentimiento[]
  /** Day on which the institute received the request, and today; ISO dates of the law. */
  recibidaEl: string
  hoy: string
}

/** Why the Unidad de Transparencia may not register that a persona takes these back. */
export function razonesContraRevocar(
  { revoca, recibidaEl, hoy }: Revocacion,
  delMasReciente: readonly ConsentimientoConElecciones[],
): string[] {
  const may = eleccionesRevocables(delMasReciente)
  if (may.length === 0) return ['No hay nada que retirar: la persona no autoriza nada.']
  return [
    ...(revoca.length === 0 ? ['Elija qué retira la persona.'] : []),
    ...(revoca.some((eleccion) => !may.includes(eleccion)) ? ['Sólo se retira lo que la persona autoriza ahora.'] : []),
    ...(recibidaEl > hoy ? ['La solicitud no puede haberse recibido en un día que todavía no llega.'] : []),
  ]
}

/** Choices that end when some are taken back: without the treatment none stays. */
export function eleccionesRetiradas(
  autoriza: readonly EleccionConsentimiento[],
  revoca: readonly EleccionConsentimiento[],
): EleccionConsentimiento[] {
  return autoriza.filter((each) => revoca.includes('tratamiento') || revoca.includes(each))
}

/** Choices that stay authorised after some were taken back; without the treatment none does. */
export function eleccionesTrasRevocar(
  delMasReciente: readonly ConsentimientoConElecciones[],
  revoca: readonly EleccionConsentimiento[],
): Elecciones {
  const stays = eleccionesVigentes(delMasReciente)
  if (!stays.tratamiento || revoca.includes('tratamiento')) return NADA
  return recordOf(ELECCIONES_CONSENTIMIENTO, (eleccion) => stays[eleccion] && !revoca.includes(eleccion))
}

/**
 * Whether the identity answers may be kept. Null while nobody decided. False destroys them, so it is said only by what is good: a form that
 * waits for review hides them (`niegaTratamiento`), and may still be rejected.
 */
export function tratamientoFirme(delMasReciente: readonly ConsentimientoConElecciones[]): boolean | null {
  const rige = consentimientoQueRige(delMasReciente)
  if (!rige || !isGood(rige)) return null
  return rige.tratamiento
}

/** Whether identity answers may be opened, by anybody: not from the moment on which a persona says no to their treatment. */
export function niegaTratamiento(rige: Pick<ConsentimientoConElecciones, 'tratamiento' | 'revision'> | null): boolean {
  return rige !== null && rige.revision !== 'rechazada' && !rige.tratamiento
}

function isGood({ revision }: Pick<ConsentimientoDado, 'revision'>): boolean {
  return revision === 'no_requiere' || revision === 'aceptada'
}

function both(a: Elecciones, b: Elecciones): Elecciones {
  return {
    tratamiento: a.tratamiento && b.tratamiento,
    publicacion: a.publicacion && b.publicacion,
    estadistica: a.estadistica && b.estadistica,
  }
}
