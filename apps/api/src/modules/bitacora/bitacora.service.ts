import { verify } from 'node:crypto'
import type { EntityManager } from 'typeorm'
import type { Actos, ClaveActo } from '@conoceles/domain'
import { parseJson } from '@conoceles/domain/typed'
import { prepared } from '../../database/statements.ts'
import { together } from '../../shared/act.ts'
import { canonical, sha256 } from '../../shared/criptografia/canonical.ts'
import type { Clock } from '../../shared/clock.ts'
import type { Firma, Secretos } from '../../shared/criptografia/secretos.ts'
import { readRows } from '../../database/rows.ts'

/** Object of an act. */
export interface Objeto {
  tipo: string
  id: string
}

/** One entry: act, account, object. Names of fields, never their values. */
export interface Acto<K extends ClaveActo = ClaveActo> {
  /** Event name, `concepto.acto`: "candidatura.verificada". */
  acto: K
  cuentaId: string | null
  rol: string | null
  actorPoliticoId?: string | null
  objeto: Objeto | null
  detalle: Actos[K]
  requestId?: string | null
}

/** Effect of an act in a higher module; runs in the same transaction. */
export type Consequence<K extends ClaveActo> = (tx: EntityManager, acto: Acto<K>) => Promise<void>

export interface Verificacion {
  integra: boolean
  n: number
  cabeza: string | null
  /** Number of the first entry that does not follow from the one before. */
  primerFallo: number | null
}

export interface BitacoraRow {
  n: number
  contenido: string
  hash: string
}

const APPEND = prepared('bitacora', 'insert into bitacora.acto (contenido) values ($1)')

const BATCH = 5_000

/** The legal record: append-only, each entry bound to the one before by its hash. */
export class BitacoraService {
  private readonly consequences = new Map<ClaveActo, Consequence<ClaveActo>[]>()
  private readonly companions = new Map<ClaveActo, Consequence<ClaveActo>[]>()

  constructor(private readonly clock: Clock) {}

  /** "When this act, then that": called only by the `consequences` of a module.ts. */
  when<K extends ClaveActo>(acto: K, consequence: Consequence<K>): void {
    this.consequences.set(acto, [...(this.consequences.get(acto) ?? []), narrowed(acto, consequence)])
  }

  /** The same for an act that notes something by the side: its statements travel together with the entry. */
  beside<K extends ClaveActo>(acto: K, consequence: Consequence<K>): void {
    this.companions.set(acto, [...(this.companions.get(acto) ?? []), narrowed(acto, consequence)])
  }

  /** Last step of every act. The database gives the number and the hash, under a lock that lasts to the end of the transaction. */
  async registrar<K extends ClaveActo>(tx: EntityManager, acto: Acto<K>): Promise<void> {
    for (const consequence of this.consequences.get(acto.acto) ?? []) await consequence(tx, acto)
    const contenido = canonical({
      en: this.clock.now().toString({ fractionalSecondDigits: 3 }),
      sistema: this.clock.system().toString({ fractionalSecondDigits: 3 }),
      acto: acto.acto,
      cuenta: acto.cuentaId,
      rol: acto.rol,
      actor: acto.actorPoliticoId ?? null,
      objeto: acto.objeto,
      detalle: acto.detalle,
      peticion: acto.requestId ?? null,
    })
    const companions = this.companions.get(acto.acto) ?? []
    await together([...companions.map((companion) => companion(tx, acto)), tx.query(APPEND, [contenido])])
  }

  /** Number of the newest entry: it grows with every act. */
  async head(tx: EntityManager): Promise<number> {
    const [row] = await readRows<{ n: number }>(tx, 'select n::int as n from bitacora.acto order by n desc limit 1')
    return row?.n ?? 0
  }

  /**
   * The act that closes an extract: an extract which ends otherwise was cut. Its own transaction, because reading the rest takes seconds and
   * every other act would wait for it.
   * @returns its number.
   */
  async cerrarExtracto(tx: EntityManager, { cuentaId, rol }: Pick<Acto, 'cuentaId' | 'rol'>): Promise<number> {
    await this.registrar(tx, { acto: 'bitacora.extraida', cuentaId, rol, objeto: null, detalle: {} })
    return this.head(tx)
  }

  /** Every entry to that one as it is chained, one line of JSON each. */
  async extracto(tx: EntityManager, hasta: number): Promise<Buffer> {
    const parts: string[] = []
    for (let last = 0; ;) {
      const rows = (await this.after(tx, last)).filter(({ n }) => n <= hasta)
      parts.push(...rows.map((row) => `${JSON.stringify(row)}\n`))
      if (rows.length < BATCH) return Buffer.from(parts.join(''))
      last = rows.at(-1)?.n ?? last
    }
  }

  private async after(tx: EntityManager, n: number): Promise<BitacoraRow[]> {
    return readRows<BitacoraRow>(
      tx,
      `select n::int as n, contenido, encode(hash, 'hex') as hash from bitacora.acto where n > $1 order by n limit ${BATCH}`,
      [n],
    )
  }

  /**
   * Recomputes the whole chain outside the database, and compares it with the last signed heads, in a corte and between cortes. A chain
   * whose tail was cut or written again still follows from its beginning.
   */
  async verificar(tx: EntityManager, firmas: Pick<Secretos['firmas'], 'vivas'>): Promise<Verificacion> {
    const anclas = await readAnclas(tx, firmas)
    const anclado = Math.max(...anclas.map(({ n }) => n))
    let last = { n: 0, hash: '' }
    for (;;) {
      const rows = await this.after(tx, last.n)
      for (const row of rows) {
        if (!follows(row, last, anclas)) return broken(last)
        last = row
      }
      if (rows.length < BATCH)
        return last.n < anclado ? broken(last) : { integra: true, n: last.n, cabeza: last.hash || null, primerFallo: null }
    }
  }
}

/** The consequence of one act, in a list of those of any. */
function narrowed<K extends ClaveActo>(acto: K, consequence: Consequence<K>): Consequence<ClaveActo> {
  return async (tx, entry) => (isOf(acto, entry) ? consequence(tx, entry) : undefined)
}

function isOf<K extends ClaveActo>(acto: K, entry: Acto): entry is Acto<K> {
  return entry.acto === acto
}

interface Head {
  n: number
  hash: string
}

/** Heads of the bitácora that the newest corte and the newest signed head hold; none before the first ones. */
async function readAnclas(tx: EntityManager, firmas: Pick<Secretos['firmas'], 'vivas'>): Promise<Head[]> {
  const rows = await readRows<FirmadoRow>(
    tx,
    `(select cabecera, firma, llave from publico.corte order by numero desc limit 1)
     union all (select cabecera, firma, llave from publico.cabeza order by numero desc limit 1)`,
  )
  const vivas = firmas.vivas().map(({ llave }) => llave)
  return [
    NOTHING,
    ...rows.map((row) =>
      toAncla(
        row,
        vivas.find(({ id }) => id === row.llave),
      ),
    ),
  ]
}

const NOTHING: Head = { n: 0, hash: '' }

function toAncla(row: FirmadoRow, firma: Firma | undefined): Head {
  const forged = firma !== undefined && !verify(null, Buffer.from(row.cabecera), firma.publicKey, Buffer.from(row.firma, 'base64'))
  const { bitacora } = parseJson<{ bitacora: Head | null }>(row.cabecera)
  // A forged signature vouches for nothing: no entry can agree with it.
  return forged ? { n: 1, hash: 'forged' } : (bitacora ?? NOTHING)
}

interface FirmadoRow {
  cabecera: string
  firma: string
  llave: string
}

function follows(row: BitacoraRow, last: Head, anclas: readonly Head[]): boolean {
  const chained = row.n === last.n + 1 && row.hash === sha256(last.hash + row.contenido)
  return chained && anclas.every((ancla) => row.n !== ancla.n || row.hash === ancla.hash)
}

function broken(last: Head): Verificacion {
  return { integra: false, n: last.n, cabeza: last.hash || null, primerFallo: last.n + 1 }
}
