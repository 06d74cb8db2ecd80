import { contarSinBlancos } from '@conoceles/cuestionarios'
import type { TextCount } from '@conoceles/ui'
import { t, tn } from '../../mensajes.ts'

interface Lengths {
  maxLength?: number
  sinBlancos?: { minimo?: number; maximo?: number }
  'x-obligatorio'?: boolean
}

const number = new Intl.NumberFormat('es-MX')

/** The sentence under a text: how many characters are missing or left, and how they are counted. Undefined without limits. */
export function counterOf(rules: Lengths): ((text: string) => TextCount) | undefined {
  const { maxLength, sinBlancos } = rules
  const optional = !rules['x-obligatorio']
  if (sinBlancos !== undefined) return (text) => withoutBlanks(contarSinBlancos(text), { ...sinBlancos, optional })
  if (maxLength !== undefined) return (text) => upTo([...text.normalize('NFC')].length, maxLength, 'captura.conEspacios')
  return undefined
}

function withoutBlanks(length: number, limits: NonNullable<Lengths['sinBlancos']> & { optional: boolean }): TextCount {
  const { minimo = 0, maximo, optional } = limits
  if (length < minimo) return optional ? tooShortIfAny(length, minimo) : tooShort(length, minimo)
  if (maximo === undefined) return { text: tn('captura.llevan', length), invalid: false }
  return upTo(length, maximo, 'captura.sinEspacios')
}

function tooShort(length: number, minimum: number): TextCount {
  if (length === 0) return { text: t('captura.minimo', { min: number.format(minimum) }), invalid: false }
  return { text: tn('captura.faltanCaracteres', minimum - length, { min: number.format(minimum) }), invalid: true }
}

/** A question that may be left blank asks for its least only of those who answer. */
function tooShortIfAny(length: number, minimum: number): TextCount {
  const min = number.format(minimum)
  if (length === 0) return { text: t('captura.minimoOpcional', { min }), invalid: false }
  return { text: tn('captura.faltanOpcional', minimum - length, { min }), invalid: true }
}

function upTo(length: number, maximum: number, counted: 'captura.sinEspacios' | 'captura.conEspacios'): TextCount {
  const values = { max: number.format(maximum), como: t(counted) }
  if (length > maximum) return { text: tn('captura.sobranCaracteres', length - maximum, values), invalid: true }
  return { text: tn('captura.quedanCaracteres', maximum - length, values), invalid: false }
}
