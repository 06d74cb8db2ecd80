import { sign } from 'node:crypto'
import type { EntityManager } from 'typeorm'
import { canonical, sha256 } from '../../../shared/criptografia/canonical.ts'
import type { Deps } from '../../../shared/deps.ts'
import type { Secretos } from '../../../shared/criptografia/secretos.ts'
import { readRows } from '../../../database/rows.ts'
import { announceLlave } from './corte.queries.ts'

/** Signed content of a head: its place among the heads, the machine's time, and the length and hash of the bitácora. */
export interface CabezaFirmada {
  tipo: 'cabeza de la bitácora'
  numero: number
  en: string
  /** SHA-256 of the canonical form of the head before; null for the first. */
  anterior: string | null
  bitacora: { n: number; hash: string }
}

const HOUR_MS = 3_600_000
/** A bitácora that stands still is looked at again after this. */
const AGAIN_MS = 60_000

/** Signs the head of the bitácora once an hour of the machine's clock if it moved: between cortes nothing else would notice a cut tail. */
export class CabezasService {
  private notBefore = 0

  constructor(private readonly deps: Deps) {}

  /** Signs if it is time; null when it is not, or when that head was signed already. One at a time across replicas. */
  async firmar(): Promise<CabezaFirmada | null> {
    const ahora = this.deps.clock.system().epochMilliseconds
    if (ahora < this.notBefore) return null
    const { last, signed } = await this.deps.databases.publicador.transaction(async (tx) => {
      await tx.query('select pg_advisory_xact_lock(242, 616)')
      return this.firmarSiToca(tx, ahora)
    })
    this.notBefore = signed ? ahora + HOUR_MS : Math.max(ahora + AGAIN_MS, last + HOUR_MS)
    return signed
  }

  private async firmarSiToca(tx: EntityManager, ahora: number): Promise<{ last: number; signed: CabezaFirmada | null }> {
    const previous = await readLast(tx)
    const last = previous?.en.getTime() ?? 0
    const head = ahora - last < HOUR_MS ? null : await readUnsigned(tx)
    if (!head) return { last, signed: null }
    const signed = follow(previous, { en: new Date(ahora).toISOString(), bitacora: head })
    await writeCabeza(tx, signed, this.deps.secretos.firma)
    return { last: ahora, signed }
  }
}

function follow(previous: Previous | null, now: Pick<CabezaFirmada, 'en' | 'bitacora'>): CabezaFirmada {
  const place = previous ? { numero: previous.numero + 1, anterior: previous.sha256 } : { numero: 1, anterior: null }
  return { tipo: 'cabeza de la bitácora', ...place, ...now }
}

async function writeCabeza(tx: EntityManager, cabeza: CabezaFirmada, firma: Secretos['firma']): Promise<void> {
  const text = canonical(cabeza)
  await announceLlave(tx, firma)
  await tx.query('insert into publico.cabeza (numero, en, n, cabecera, sha256, firma, llave) values ($1, $2, $3, $4, $5, $6, $7)', [
    cabeza.numero,
    cabeza.en,
    cabeza.bitacora.n,
    text,
    sha256(text),
    sign(null, Buffer.from(text), firma.privateKey).toString('base64'),
    firma.id,
  ])
}

interface Previous {
  numero: number
  en: Date
  sha256: string
}

async function readLast(tx: EntityManager): Promise<Previous | null> {
  const rows = await readRows<Previous>(tx, 'select numero, en, sha256 from publico.cabeza order by numero desc limit 1')
  return rows[0] ?? null
}

/** The newest entry, unless a corte or a head before already signed that one. */
async function readUnsigned(tx: EntityManager): Promise<{ n: number; hash: string } | null> {
  const rows = await readRows<{ n: number; hash: string }>(
    tx,
    `select n::int as n, encode(hash, 'hex') as hash from bitacora.acto
     where n > coalesce((select n from publico.cabeza order by numero desc limit 1), 0)
       and n > coalesce((select (cabecera::jsonb #>> '{bitacora,n}')::bigint from publico.corte order by numero desc limit 1), 0)
     order by n desc limit 1`,
  )
  return rows[0] ?? null
}
