import { generateKeyPairSync, randomBytes } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { decrypt, type KeyRing } from './cifrado.ts'

/** Classes of keys, by their use: wrap other keys, sign public bytes, sign access tokens, mix into password hashes. */
export const CLASES = ['llavero', 'firma', 'jwt', 'pimienta'] as const
export type Clase = (typeof CLASES)[number]

/**
 * Keys of one class, in files outside the database. One of them is in force; every key there still opens or verifies its own work. A file
 * says which one is in force, so that every replica can have a key before the first of them uses it.
 */
export interface Anillo<T> {
  /** Id of the key in force. */
  readonly kid: string
  readonly vigente: T
  /** Since when it is in force, in milliseconds of the machine's clock; 0: from the start. */
  readonly desde: number
  /** The key of that id, also one that came while the process ran. Throws when it is not there. */
  conId(kid: string): T
  /** All that are there, the one in force first. */
  vivas(): { kid: string; llave: T }[]
}

/** Keys of bytes, as those that wrap others. */
export interface Llavero extends KeyRing {
  conId(kid: string): KeyRing
  vivas(): KeyRing[]
}

const FIRST = 'k1'
/** Names that the first keys had before there could be a second. */
const FIRST_FILE: Record<Clase, string> = { llavero: 'llavero-k1', firma: 'firma.pem', jwt: 'jwt.pem', pimienta: 'pimienta' }
const MAKE: Record<Clase, () => string> = { llavero: makeBytes, firma: makePair, jwt: makePair, pimienta: makeBytes }
/** How often the folder is looked at while the process runs. */
const LOOK_EVERY_MS = 1_000

export function openAnillo<T>(folder: string, clase: Clase, parse: (text: string, kid: string) => T): Anillo<T> {
  if (listKids(folder, clase).length === 0) writeKey(folder, clase, FIRST)
  const readAll = () => read(folder, clase, parse)
  let known = readAll()
  let looked = performance.now()
  const current = () => {
    if (performance.now() - looked >= LOOK_EVERY_MS) {
      looked = performance.now()
      if (changedAt(folder) !== known.changed) known = readAll()
    }
    return known
  }
  const conId = (kid: string): T => {
    if (!known.keys.has(kid)) known = readAll()
    const key = known.keys.get(kid)
    if (key === undefined) throw new Error(`the key ${nameOf(clase, kid)} is not in the ring`)
    return key
  }
  return {
    get kid() {
      return current().kid
    },
    get vigente() {
      return conId(current().kid)
    },
    get desde() {
      return current().desde
    },
    conId,
    vivas: () => {
      const { kid, keys } = current()
      const others = [...keys].filter(([id]) => id !== kid)
      return [{ kid, llave: conId(kid) }, ...others.map(([id, llave]) => ({ kid: id, llave }))]
    },
  }
}

export function openLlavero(folder: string, clase: 'llavero' | 'pimienta' = 'llavero'): Llavero {
  const anillo = openAnillo(folder, clase, (text) => Buffer.from(text, 'base64url'))
  return {
    get kid() {
      return anillo.kid
    },
    get key() {
      return anillo.vigente
    },
    conId: (kid) => ({ kid, key: anillo.conId(kid) }),
    vivas: () => anillo.vivas().map(({ kid, llave }) => ({ kid, key: llave })),
  }
}

/** Name of a key in commands: those that wrap others by their id alone. */
export function nameOf(clase: Clase, kid: string): string {
  return clase === 'llavero' ? kid : `${clase}-${kid}`
}

/** Null: no key is called so. */
export function readName(name: string): { clase: Clase; kid: string } | null {
  const [, clase = 'llavero', kid] = /^(?:(firma|jwt|pimienta)-)?(k\d+)$/.exec(name) ?? []
  return kid === undefined ? null : { clase: clase as Clase, kid }
}

/** Ids of the keys that are there, the oldest first. */
export function listKids(folder: string, clase: Clase = 'llavero'): string[] {
  const names = readdirSync(folder)
  const later = names.flatMap((name) => (name.startsWith(`${clase}-k`) ? [name.slice(clase.length + 1)] : []))
  const first = names.includes(FIRST_FILE[clase]) ? [FIRST] : []
  return [...new Set([...first, ...later])].filter((kid) => /^k\d+$/.test(kid)).sort((a, b) => numberOf(a) - numberOf(b))
}

/** Makes the next key; nothing is made with it before it is in force. */
export function addKey(folder: string, clase: Clase = 'llavero'): string {
  const kid = `k${numberOf(listKids(folder, clase).at(-1) ?? 'k0') + 1}`
  writeKey(folder, clase, kid)
  return kid
}

/** From here on that key is used. */
export function putInForce(folder: string, kid: string, clase: Clase = 'llavero'): void {
  if (!listKids(folder, clase).includes(kid)) throw new Error(`the key ${nameOf(clase, kid)} is not in the ring`)
  const file = inForce(folder, clase)
  writeFileSync(`${file}.nueva`, kid, { mode: 0o600 })
  renameSync(`${file}.nueva`, file)
}

/** Destroys a key. All that it wrapped, and every backup of that, stays closed for good. */
export function destroyKey(folder: string, kid: string, clase: Clase = 'llavero'): void {
  rmSync(fileOf(folder, clase, kid))
}

/** Opens a value that does not say which key sealed it. */
export function openWithAny(llavero: Pick<Llavero, 'vivas'>, sealed: Buffer, context: string): { kid: string; plain: Buffer } {
  for (const { kid, key } of llavero.vivas()) {
    const plain = attempt(() => decrypt(key, sealed, context))
    if (plain) return { kid, plain }
  }
  throw new Error('no key of the ring opens it')
}

interface Known<T> {
  kid: string
  desde: number
  keys: Map<string, T>
  changed: number
}

function read<T>(folder: string, clase: Clase, parse: (text: string, kid: string) => T): Known<T> {
  const changed = changedAt(folder)
  const keys = new Map(listKids(folder, clase).map((kid) => [kid, parse(readFileSync(fileOf(folder, clase, kid), 'utf8'), kid)]))
  const file = inForce(folder, clase)
  if (!existsSync(file)) return { kid: FIRST, desde: 0, keys, changed }
  return { kid: readFileSync(file, 'utf8').trim(), desde: statSync(file).mtimeMs, keys, changed }
}

function fileOf(folder: string, clase: Clase, kid: string): string {
  return join(folder, kid === FIRST ? FIRST_FILE[clase] : `${clase}-${kid}`)
}

function inForce(folder: string, clase: Clase): string {
  return join(folder, `${clase}-vigente`)
}

function changedAt(folder: string): number {
  return statSync(folder).mtimeMs
}

function numberOf(kid: string): number {
  return Number(kid.slice(1))
}

function writeKey(folder: string, clase: Clase, kid: string): void {
  writeFileSync(fileOf(folder, clase, kid), MAKE[clase](), { mode: 0o600, flag: 'wx' })
}

function makeBytes(): string {
  return randomBytes(32).toString('base64url')
}

function makePair(): string {
  return generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' }).toString()
}

function attempt<T>(work: () => T): T | null {
  try {
    return work()
  } catch {
    return null
  }
}
