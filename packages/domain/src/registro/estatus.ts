/** State of the captura of a candidatura, from the first answer to the institute's verification. */
export const ESTATUS_CAPTURA = ['sin_captura', 'en_captura', 'completa', 'validada', 'observada', 'en_correccion', 'verificada'] as const
export type EstatusCaptura = (typeof ESTATUS_CAPTURA)[number]

/** State of one section: sections are observed and paused, never persons. */
export const ESTATUS_SECCION = ['vacia', 'en_captura', 'completa', 'validada', 'observada', 'en_correccion', 'verificada'] as const
export type EstatusSeccion = (typeof ESTATUS_SECCION)[number]

export const CALIDADES = ['propietaria', 'suplente'] as const
export type Calidad = (typeof CALIDADES)[number]

export const SEXOS = ['mujer', 'hombre', 'no_binario'] as const
export type Sexo = (typeof SEXOS)[number]

export const ESTATUS_CANDIDATURA = ['aprobada', 'sustituida', 'cancelada'] as const
export type EstatusCandidatura = (typeof ESTATUS_CANDIDATURA)[number]

/** Acts that change who holds a place, or what is known of its holder. Source: programme of work, 11.7 to 11.10, inciso b. */
export const ACTOS_CAMBIO = ['sustituir', 'cancelar', 'corregir', 'restituir'] as const
export type ActoCambio = (typeof ACTOS_CAMBIO)[number]

/** "Propietario" of a man: the field says the place in the fórmula, and its word the person. */
export function calidadEnPalabras(calidad: Calidad, sexo: Sexo): string {
  return calidad === 'suplente' ? 'Suplente' : PROPIETARIAS[sexo]
}

const PROPIETARIAS: Record<Sexo, string> = { mujer: 'Propietaria', hombre: 'Propietario', no_binario: 'Propietaria/o' }
