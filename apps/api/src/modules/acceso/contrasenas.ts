import { createHmac, randomBytes } from 'node:crypto'
import { hash, parseOptions, verify } from '@node-rs/argon2'
import { AppError } from '../../shared/errors.ts'

/** argon2id, 64 MiB, three passes: 55 ms of one core. The library's default variant is argon2id. */
const COST = { memoryCost: 65_536, timeCost: 3, parallelism: 1 }
/** 64 MiB each: a flood of sign-ins never takes more than 256 MiB. */
const AT_ONCE = 4
const WAITING = 100

/** Password hashes: kept as argon2id of the HMAC of the password, so that a stolen table alone cannot be guessed at. */
export interface Contrasenas {
  hash(contrasena: string): Promise<string>
  /** Takes the same time without a hash to compare with: an unknown account must not answer sooner. */
  matches(stored: string | null, contrasena: string): Promise<boolean>
  /** Whether the hash was made with other parameters than today's. */
  isStale(stored: string): boolean
}

export function createContrasenas(pimienta: Buffer): Contrasenas {
  const inTurn = createQueue()
  const peppered = (contrasena: string) => createHmac('sha256', pimienta).update(contrasena.normalize('NFKC')).digest('base64url')
  const nobody = unmatchableHash()
  return {
    hash: (contrasena) => inTurn(() => hash(peppered(contrasena), COST)),
    matches: async (stored, contrasena) => {
      const equal = await inTurn(() => verify(stored ?? nobody, peppered(contrasena)))
      return equal && stored !== null
    },
    isStale: (stored) => {
      const { memoryCost, timeCost, parallelism } = parseOptions(stored)
      return memoryCost !== COST.memoryCost || timeCost !== COST.timeCost || parallelism !== COST.parallelism
    },
  }
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
