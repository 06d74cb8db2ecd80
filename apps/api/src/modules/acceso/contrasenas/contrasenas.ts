import { createHmac, randomBytes } from 'node:crypto'
import { hash, parseOptions, verify } from '@node-rs/argon2'
import { AppError } from '../../../shared/http/errors.ts'
import type { Llavero } from '../../../shared/criptografia/llavero.ts'

/** argon2id, 64 MiB, three passes: 55 ms of one core. The library's default variant is argon2id. */
const COST = { memoryCost: 65_536, timeCost: 3, parallelism: 1 }
/** 64 MiB each: a flood of sign-ins never takes more than 256 MiB. */
const AT_ONCE = 4
const WAITING = 100

/**
 * Password hashes: kept as argon2id of the HMAC of the password, so that a stolen table alone cannot be guessed at. Each names the key of its HMAC
 * (`k2$argon2id$…`); those from before there was a second one name none.
 */
export interface Contrasenas {
  hash(contrasena: string): Promise<string>
  /** Takes the same time without a hash to compare with: an unknown account must not answer sooner. */
  matches(stored: string | null, contrasena: string): Promise<boolean>
  /** Whether the hash was made with another key or other parameters than today's. */
  isStale(stored: string): boolean
}

export function createContrasenas(pimienta: Pick<Llavero, 'kid' | 'key' | 'vivas'>): Contrasenas {
  const inTurn = createQueue()
  const peppered = (contrasena: string, key: Buffer) => createHmac('sha256', key).update(contrasena.normalize('NFKC')).digest('base64url')
  const nobody = unmatchableHash()
  return {
    hash: async (contrasena) => {
      const { kid, key } = pimienta
      return kid + (await inTurn(() => hash(peppered(contrasena, key), COST)))
    },
    matches: async (stored, contrasena) => {
      const { kid, argon } = readStored(stored ?? nobody)
      const known = pimienta.vivas().find((each) => each.kid === kid)
      const equal = await inTurn(() => verify(known ? argon : nobody, peppered(contrasena, known?.key ?? pimienta.key)))
      return equal && stored !== null
    },
    isStale: (stored) => {
      const { kid, argon } = readStored(stored)
      if (kid !== pimienta.kid) return true
      const { memoryCost, timeCost, parallelism } = parseOptions(argon)
      return memoryCost !== COST.memoryCost || timeCost !== COST.timeCost || parallelism !== COST.parallelism
    },
  }
}

function readStored(stored: string): { kid: string; argon: string } {
  const at = stored.indexOf('$')
  return { kid: stored.slice(0, at) || 'k1', argon: stored.slice(at) }
}

/** Well formed and of the same cost, with a random digest. */
function unmatchableHash(): string {
  const base64 = (bytes: number) => randomBytes(bytes).toString('base64').replaceAll('=', '')
  return `$argon2id$v=19$m=${COST.memoryCost},t=${COST.timeCost},p=${COST.parallelism}$${base64(16)}$${base64(32)}`
}

/** A few at once, some in line, the rest told to come back. */
function createQueue(): <T>(work: () => Promise<T>) => Promise<T> {
  const waiting: (() => void)[] = []
  let running = 0
  const enter = () => {
    if (running < AT_ONCE) {
      running += 1
      return Promise.resolve()
    }
    if (waiting.length >= WAITING) throw new AppError('servicio.ocupado', { retryAfter: 5 })
    return new Promise<void>((go) => waiting.push(go))
  }
  const leave = () => {
    const next = waiting.shift()
    if (next) next()
    else running -= 1
  }
  return async (work) => {
    await enter()
    try {
      return await work()
    } finally {
      leave()
    }
  }
}
