import { comiteEnPalabras, type ComiteDerecho } from './comite.ts'

/**
 * The only grounds on which a right is refused: LGPDPPSO of 2017, art. 55; of 2025, art. 49. Its last two are of other bodies: security of
 * the State and financial supervision.
 */
export const CAUSAS_IMPROCEDENCIA = [
  'acreditacion',
  'sin_datos',
  'impedimento',
  'terceros',
  'actuaciones',
  'resolucion',
  'realizada',
  'incompetencia',
  'tutela',
  'obligaciones',
] as const
export type CausaImprocedencia = (typeof CAUSAS_IMPROCEDENCIA)[number]

/** Ground and typed reasons of a refusal. */
export interface NegativaDerecho {
  causa: CausaImprocedencia
  /** The refused part of a partial one, and why. A whole one says it in its text. */
  razones?: string
  /** None in those from before it was asked. */
  comite?: ComiteDerecho
}

const CAUSA: Record<CausaImprocedencia, string> = {
  acreditacion: 'la persona titular o su representante no se acreditaron debidamente',
  sin_datos: 'este Instituto no tiene los datos personales',
  impedimento: 'existe un impedimento legal',
  terceros: 'se lesionarían los derechos de otra persona',
  actuaciones: 'se obstaculizarían actuaciones judiciales o administrativas',
  resolucion: 'una resolución de autoridad competente lo restringe',
  realizada: 'la cancelación u oposición ya se había realizado',
  incompetencia: 'este Instituto no es competente',
  tutela: 'los datos son necesarios para proteger intereses de la persona titular que la ley tutela',
  obligaciones: 'los datos son necesarios para cumplir obligaciones que la persona titular adquirió conforme a la ley',
}

/** A ground inside a sentence: «porque existe un impedimento legal». */
export function causaEnPalabras(causa: CausaImprocedencia): string {
  return CAUSA[causa]
}

export function causasDe(derecho: string): readonly CausaImprocedencia[] {
  const undone = derecho === 'cancelacion' || derecho === 'oposicion'
  return CAUSAS_IMPROCEDENCIA.filter((causa) => undone || causa !== 'realizada')
}

export const MIN_RAZONES = 20

interface Respuesta {
  derecho: string
  sentido: string | null
  texto: string
  causa?: string | undefined
  razones?: string | undefined
}

export type CampoNegativa = 'causa' | 'razones' | 'texto'

/** Faults of a refusal, whole or in part; an answer that grants everything has none. */
export function faltasDeNegativa({ derecho, sentido, texto, causa, razones = '' }: Respuesta): { campo: CampoNegativa; razon: string }[] {
  if (sentido !== 'improcedente' && sentido !== 'parcial') return []
  const [campo, said]: [CampoNegativa, string] = sentido === 'parcial' ? ['razones', razones] : ['texto', texto]
  return [
    ...(causasDe(derecho).some((each) => each === causa)
      ? []
      : [{ campo: 'causa' as const, razon: 'Elija la causa por la que no procede.' }]),
    ...(said.trim().length >= MIN_RAZONES ? [] : [{ campo, razon: `Escriba por qué no procede, en ${MIN_RAZONES} caracteres o más.` }]),
  ]
}

export function negativaEnPalabras({ causa, razones, comite }: NegativaDerecho, sentido: string | null): string[] {
  const what = sentido === 'parcial' ? 'En lo demás no procede' : 'No procede'
  return [`${what} porque ${CAUSA[causa]}.`, ...(razones ? [razones] : []), ...(comite ? [comiteEnPalabras(comite)] : [])]
}
