import type { Seccion } from './seccion.entity.ts'

type Propias = Pick<Seccion, 'deLaPersona' | 'propias' | 'propiasEn'>

/** Nothing of the persona's own to compare with. */
export const NONE_OWN: Propias = { deLaPersona: false, propias: null, propiasEn: null }

/** Copy of the persona's own text: it begins when somebody changes it for her, and ends when she saves again. */
export function propiasOf(current: Seccion | undefined, { own }: { own: boolean }): Propias {
  if (own) return { ...NONE_OWN, deLaPersona: true }
  if (!current) return NONE_OWN
  const { deLaPersona, respuestas, guardadaEn, propias, propiasEn } = current
  return deLaPersona ? { ...NONE_OWN, propias: respuestas, propiasEn: guardadaEn } : { ...NONE_OWN, propias, propiasEn }
}

/** The same of identity answers, which lie elsewhere; null: they stay as they are. */
export function propiasActo(current: Seccion | undefined, { own }: { own: boolean }): 'guardar' | 'olvidar' | null {
  if (own) return current?.propiasEn ? 'olvidar' : null
  return current?.deLaPersona ? 'guardar' : null
}
