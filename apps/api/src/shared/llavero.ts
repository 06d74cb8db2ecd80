import { randomBytes } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { decrypt, type KeyRing } from './cifrado.ts'

/**
 * Keys that wrap others, in files outside the database. One of them is in force and wraps; all that are there open what they wrapped. Which one
 * is in force is a file too, so that every replica can have a key before the first of them uses it.
 */
export interface Llavero extends KeyRing {
  /** The key of that id, also one that came while the process ran. Throws when it is not there. */
  conId(kid: string): KeyRing
  /** All that are there, the one in force first. */
  vivas(): KeyRing[]
}

const FILE = /^llavero-(k\d+)$/
const IN_FORCE = 'llavero-vigente'
const FIRST = 'k1'
/** How often the folder is looked at while the process runs. */
const LOOK_EVERY_MS = 1_000

export function openLlavero(folder: string): Llavero {
  if (listKids(folder).length === 0) writeKey(folder, FIRST)
  let known = read(folder)
  let looked = performance.now()
  const current = () => {
    if (performance.now() - looked >= LOOK_EVERY_MS) {
      looked = performance.now()
      if (changedAt(folder) !== known.changed) known = read(folder)
    }
    return known
  }
  const conId = (kid: string): KeyRing => {
    if (!known.keys.has(kid)) known = read(folder)
    const key = known.keys.get(kid)
    if (!key) throw new Error(`the key ${kid} is not in the ring`)
    return { kid, key }
  }
  return {
    get kid() {
      return current().kid
    },
    get key() {
      return conId(current().kid).key
    },
    conId,
    vivas: () => {
      const { kid, keys } = current()
      return [conId(kid), ...[...keys].filter(([id]) => id !== kid).map(([id, key]) => ({ kid: id, key }))]
    },
  }
}

/** Ids of the keys that are there, the oldest first. */
export function listKids(folder: string): string[] {
  return readdirSync(folder)
    .flatMap((name) => FILE.exec(name)?.[1] ?? [])
    .sort((a, b) => numberOf(a) - numberOf(b))
}

/** Makes the next key; nothing is wrapped with it before it is in force. */
export function addKey(folder: string): string {
  const kid = `k${numberOf(listKids(folder).at(-1) ?? 'k0') + 1}`
  writeKey(folder, kid)
  return kid
}

/** From here on that key wraps. */
export function putInForce(folder: string, kid: string): void {
  if (!listKids(folder).includes(kid)) throw new Error(`the key ${kid} is not in the ring`)
  const file = join(folder, IN_FORCE)
  writeFileSync(`${file}.nueva`, kid, { mode: 0o600 })
  renameSync(`${file}.nueva`, file)
}

/** What it wrapped, and every backup of that, stays closed for good. */
export function destroyKey(folder: string, kid: string): void {
  rmSync(join(folder, `llavero-${kid}`))
}

/** Opens what does not say which key sealed it. */
export function openWithAny(llavero: Pick<Llavero, 'vivas'>, sealed: Buffer, context: string): { kid: string; plain: Buffer } {
  for (const { kid, key } of llavero.vivas()) {
    const plain = attempt(() => decrypt(key, sealed, context))
    if (plain) return { kid, plain }
  }
  throw new Error('no key of the ring opens it')
}

interface Known {
  kid: string
  keys: Map<string, Buffer>
  changed: number
}

function read(folder: string): Known {
  const changed = changedAt(folder)
  const keys = new Map(listKids(folder).map((kid) => [kid, Buffer.from(readFileSync(join(folder, `llavero-${kid}`), 'utf8'), 'base64url')]))
  const file = join(folder, IN_FORCE)
  return { kid: existsSync(file) ? readFileSync(file, 'utf8').trim() : FIRST, keys, changed }
}

function changedAt(folder: string): number {
  return statSync(folder).mtimeMs
}

function numberOf(kid: string): number {
  return Number(kid.slice(1))
}

function writeKey(folder: string, kid: string): void {
  writeFileSync(join(folder, `llavero-${kid}`), randomBytes(32).toString('base64url'), { mode: 0o600, flag: 'wx' })
}

function attempt<T>(work: () => T): T | null {
  try {
    return work()
  } catch {
    return null
  }
}
