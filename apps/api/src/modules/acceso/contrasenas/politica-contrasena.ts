import type { ZxcvbnFactory, ZxcvbnResult } from '@zxcvbn-ts/core'
import { ROLES } from '@conoceles/domain'

const MIN = 12
const MAX = 128
/** Guesses that a password must stand, as a power of ten. The hash is argon2id with a pepper. */
const MIN_GUESSES_LOG10 = 10
/** Later characters only add guesses, and judging 128 takes three seconds of a core. */
const JUDGED = 32
const MIN_WORD = 3

/** Words of this system, and one passphrase that everybody knows. */
const PALABRAS = ['conoceles', 'impepac', 'morelos', 'candidata', 'candidato', 'candidatura', ...ROLES, 'correcthorsebatterystaple']

/** Why a password is refused and what to do, in sentences; empty when it is good. `contexto`: names that its holder would try first. */
export async function problemsOfContrasena(contrasena: string, contexto: readonly string[]): Promise<string[]> {
  const text = contrasena.normalize('NFKC')
  const length = [...text].length
  if (length < MIN) return [`Use al menos ${MIN} caracteres.`]
  if (length > MAX) return [`Use a lo más ${MAX} caracteres.`]
  const weakest = await judge(text, [...PALABRAS, ...contexto])
  return weakest.guessesLog10 < MIN_GUESSES_LOG10 ? [`${reasonOf(weakest)} ${ADVICE}`] : []
}

const ADVICE = 'Use cuatro o más palabras que no tengan relación entre sí.'

let judgeOnce: Promise<ZxcvbnFactory> | null = null

/** Its dictionaries take 42 MiB of memory: only a process that judges a password loads them. */
async function load(): Promise<ZxcvbnFactory> {
  const [{ ZxcvbnFactory: Factory }, common, spanish] = await Promise.all([
    import('@zxcvbn-ts/core'),
    import('@zxcvbn-ts/language-common'),
    import('@zxcvbn-ts/language-es-es'),
  ])
  const dictionary = { ...common.dictionary, ...spanish.dictionary }
  return new Factory({ dictionary, graphs: common.adjacencyGraphs, maxLength: JUDGED, l33tMaxSubstitutions: 20 })
}

/** As it was written, and without the accents and separators that fool the dictionaries: the form that takes fewer guesses. */
async function judge(text: string, contexto: readonly string[]): Promise<ZxcvbnResult> {
  judgeOnce ??= load()
  const factory = await judgeOnce
  const words = [...new Set(contexto.flatMap((name) => [join(name), simplify(name), ...wordsOf(name)]))]
  const written = factory.check(text, words)
  const plain = join(text)
  // With many signs in it, the signs make it strong.
  if (plain.length < Math.min(text.length, JUDGED) * MOSTLY_LETTERS) return written
  const joined = factory.check(plain, words)
  return joined.guessesLog10 < written.guessesLog10 ? joined : written
}

const MOSTLY_LETTERS = 0.75
/** Look-alikes of letters stay: the dictionaries know them. */
const SEPARATORS = /[^\p{L}\p{N}@$!]/gu

/** In one word, no longer than the judged text. */
function join(text: string): string {
  return simplify(text).replaceAll(SEPARATORS, '').slice(0, JUDGED)
}

function reasonOf({ sequence }: ZxcvbnResult): string {
  if (sequence.some(({ dictionaryName }) => dictionaryName === 'userInputs'))
    return 'Contiene su nombre, su correo, un partido o palabras del sistema, que se adivinan primero.'
  if (sequence.some(({ pattern }) => ['repeat', 'sequence', 'spatial'].includes(pattern)))
    return 'Repite o sigue una secuencia de caracteres.'
  return 'Es de las que se prueban primero: palabras o claves muy usadas, aunque lleven números o signos.'
}

function wordsOf(name: string): string[] {
  return name
    .split(/[^\p{L}\p{N}]+/u)
    .map(simplify)
    .filter((word) => word.length >= MIN_WORD)
}

/** Lower case, no accents. */
function simplify(text: string): string {
  return text.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase()
}
