import { COMUNES, RAICES } from './contrasenas-comunes.ts'

const MIN = 12
const MAX = 128
/** What must be left of a password once the words that anybody would try first are taken out. */
const MIN_REST = 8
const MIN_WORD = 4
const MIN_DISTINCT = 5

/** Why a password is refused, in sentences; empty when it is good. No rules of composition: length and not being guessable. */
export function problemsOfContrasena(contrasena: string, contexto: readonly string[]): string[] {
  const text = contrasena.normalize('NFKC')
  const length = [...text].length
  if (length < MIN) return [`Use al menos ${MIN} caracteres.`]
  if (length > MAX) return [`Use a lo más ${MAX} caracteres.`]
  const plain = simplify(text)
  return [
    ...(isCommon(plain) ? ['Es una de las contraseñas más usadas. Elija otra.'] : []),
    ...(isPattern(plain) ? ['Repite o sigue una secuencia de caracteres. Elija otra.'] : []),
    ...(isContext(plain, contexto)
      ? ['Se forma con palabras fáciles de adivinar: «contraseña», el nombre del instituto, de un partido o el suyo.']
      : []),
  ]
}

/** Words of a name that are long enough to be looked for inside a password. */
function wordsOf(name: string): string[] {
  return name
    .split(/[^\p{L}\p{N}]+/u)
    .map(simplify)
    .filter((word) => word.length >= MIN_WORD)
}

const LOOKALIKES: Record<string, string> = { '0': 'o', '1': 'i', '3': 'e', '4': 'a', '5': 's', '7': 't', '@': 'a', $: 's', '!': 'i' }

/** Lower case, no accents. */
function simplify(text: string): string {
  return text.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase()
}

function withoutLookalikes(text: string): string {
  return [...text].map((letter) => LOOKALIKES[letter] ?? letter).join('')
}

function isCommon(plain: string): boolean {
  const whole = [plain, plain.replaceAll(/[\s._-]/g, '')]
  const forms = [...whole, ...whole.map((form) => form.replace(/[\d!.*]{1,4}$/, ''))]
  return forms.some((form) => COMUNES.has(form) || COMUNES.has(withoutLookalikes(form)))
}

/** Few different characters, one piece over and over, or steps of one (abcdef, 987654). */
function isPattern(plain: string): boolean {
  if (new Set(plain).size < MIN_DISTINCT) return true
  if (/^(.{1,11})\1+.{0,3}$/su.test(plain)) return true
  const codes = [...plain].map((letter) => letter.codePointAt(0) ?? 0)
  const steps = codes.slice(1).filter((code, index) => Math.abs(code - (codes[index] ?? 0)) <= 1).length
  return steps >= codes.length - 3
}

function isContext(plain: string, contexto: readonly string[]): boolean {
  const words = [...new Set([...contexto.flatMap(wordsOf), ...RAICES])].sort((a, b) => b.length - a.length)
  return [plain, withoutLookalikes(plain)].some((form) => {
    const rest = words.reduce((text, word) => text.replaceAll(word, ''), form)
    return rest !== form && rest.replaceAll(/[^\p{L}\p{N}]/gu, '').length < MIN_REST
  })
}
