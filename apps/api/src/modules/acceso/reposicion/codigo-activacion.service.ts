import { createHmac, randomInt, timingSafeEqual } from 'node:crypto'
import { IsNull, type EntityManager } from 'typeorm'
import { sha256 } from '../../../shared/criptografia/canonical.ts'
import { toDate } from '../../../shared/clock.ts'
import type { Deps } from '../../../shared/deps.ts'
import { AppError } from '../../../shared/http/errors.ts'
import { Enlace } from './enlace.entity.ts'

/** No vowels, and nothing that is heard or read as another letter. */
const LETTERS = '2346789BCDFGHJKMPQRTVWXY'
const LENGTH = 8
const MAX_FALLOS = 5

/** The code that opens an account of the institute: it travels apart from the link, and ends with it. */
export class CodigoActivacionService {
  constructor(private readonly deps: Deps) {}

  /** Shown once to the person who tells it; only its HMAC is kept. */
  async issue(tx: EntityManager, token: string): Promise<string> {
    const letters = Array.from({ length: LENGTH }, () => LETTERS[randomInt(LETTERS.length)]).join('')
    await tx.update(Enlace, sha256(token), { codigo: huellaOf(this.deps.secretos.pimienta.key, token, letters) })
    return `${letters.slice(0, LENGTH / 2)}-${letters.slice(LENGTH / 2)}`
  }

  async isRequired(tx: EntityManager, token: string): Promise<boolean> {
    return (await tx.findOneBy(Enlace, { sha256: sha256(token) }))?.codigo != null
  }

  /** Throws `acceso.codigo_activacion` unless it is the code of this link. A wrong one counts; the fifth ends the link. */
  async assert(token: string, codigo: string | null): Promise<void> {
    const left = await this.deps.databases.acceso.transaction((tx) => this.compare(tx, token, codigo))
    if (left === null) return
    throw new AppError('acceso.codigo_activacion', { detail: codigo === null ? MISSING : sentenceOf(left) })
  }

  /** Null when it is right; otherwise how many tries are left. */
  private async compare(tx: EntityManager, token: string, codigo: string | null): Promise<number | null> {
    const where = { sha256: sha256(token), usadoEn: IsNull() }
    const enlace = await tx.findOne(Enlace, { where, lock: { mode: 'pessimistic_write' } })
    if (!enlace) throw new AppError('acceso.enlace_invalido')
    if (enlace.codigo === null) return null
    if (codigo === null) return MAX_FALLOS - enlace.fallos
    if (this.matches(enlace.codigo, token, simplify(codigo))) return null
    const fallos = enlace.fallos + 1
    const usadoEn = fallos >= MAX_FALLOS ? toDate(this.deps.clock.system()) : null
    await tx.update(Enlace, enlace.sha256, { fallos, usadoEn })
    return MAX_FALLOS - fallos
  }

  /** Under any pepper that is still alive. */
  private matches(stored: string, token: string, letters: string): boolean {
    return this.deps.secretos.pimienta.vivas().some(({ key }) => isEqual(stored, huellaOf(key, token, letters)))
  }
}

function huellaOf(pimienta: Buffer, token: string, letters: string): string {
  return createHmac('sha256', pimienta).update(`acceso.activacion|${token}|${letters}`).digest('base64url')
}

const MISSING = 'Escriba el código que le dieron por teléfono o en persona.'
const SPENT = 'Se agotaron los intentos y el enlace ya no funciona. Pida al instituto que le reenvíe la invitación.'

function sentenceOf(left: number): string {
  if (left === 0) return SPENT
  return left === 1 ? 'Queda 1 intento.' : `Quedan ${left} intentos.`
}

/** With or without its hyphen, in upper or lower case. */
function simplify(codigo: string): string {
  return codigo.toUpperCase().replaceAll(/[^\dA-Z]/g, '')
}

function isEqual(one: string, other: string): boolean {
  return one.length === other.length && timingSafeEqual(Buffer.from(one), Buffer.from(other))
}
