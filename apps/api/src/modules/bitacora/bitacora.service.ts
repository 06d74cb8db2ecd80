import type { EntityManager } from 'typeorm'
import { canonical, sha256 } from '../../shared/canonical.ts'
import type { Clock } from '../../shared/clock.ts'

/** One entry: what was done, by whom, on what. Names of fields, never their values. */
export interface Acto {
  /** Event name, `concepto.acto`: "candidatura.verificada". */
  acto: string
  cuentaId: string | null
  rol: string | null
  actorPoliticoId?: string | null
  objeto: { tipo: string; id: string } | null
  detalle?: Record<string, unknown>
  requestId?: string | null
}

/** What an act brings about in a higher module; runs in the same transaction. */
export type Consequence = (tx: EntityManager, acto: Acto) => Promise<void>

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

/** The legal record: append-only, each entry bound to the one before by its hash. */
export class BitacoraService {
  private readonly consequences = new Map<string, Consequence[]>()

  constructor(private readonly clock: Clock) {}

  /** "When this, then that": called from app.ts only. */
  when(acto: string, consequence: Consequence): void {
    this.consequences.set(acto, [...(this.consequences.get(acto) ?? []), consequence])
  }

  /** Last step of every act. The database gives the number and the hash, under a lock that lasts to the end of the transaction. */
  async registrar(tx: EntityManager, acto: Acto): Promise<void> {
    for (const consequence of this.consequences.get(acto.acto) ?? []) await consequence(tx, acto)
    const contenido = canonical({
      en: this.clock.now().toString({ fractionalSecondDigits: 3 }),
      sistema: this.clock.system().toString({ fractionalSecondDigits: 3 }),
      acto: acto.acto,
      cuenta: acto.cuentaId,
      rol: acto.rol,
      actor: acto.actorPoliticoId ?? null,
      objeto: acto.objeto,
      detalle: acto.detalle ?? {},
      peticion: acto.requestId ?? null,
    })
    await tx.query('insert into bitacora.acto (contenido) values ($1)', [contenido])
  }

  async list(tx: EntityManager, page: { despues: number | null; acto: string | null; limite: number }): Promise<BitacoraRow[]> {
    return (await tx.query(
      `select n::int as n, contenido, encode(hash, 'hex') as hash from bitacora.acto
       where ($1::bigint is null or n < $1) and ($2::text is null or acto = $2) order by n desc limit $3`,
      [page.despues, page.acto, page.limite],
    )) as BitacoraRow[]
  }

  /** Recomputes the whole chain outside the database. */
  async verificar(tx: EntityManager): Promise<Verificacion> {
    let previous = ''
    let last = 0
    for (;;) {
      const rows = (await tx.query(
        `select n::int as n, contenido, encode(hash, 'hex') as hash from bitacora.acto where n > $1 order by n limit 5000`,
        [last],
      )) as BitacoraRow[]
      for (const row of rows) {
        const expected = sha256(previous + row.contenido)
        if (row.n !== last + 1 || row.hash !== expected) return { integra: false, n: last, cabeza: previous || null, primerFallo: last + 1 }
        previous = row.hash
        last = row.n
      }
      if (rows.length < 5000) return { integra: true, n: last, cabeza: previous || null, primerFallo: null }
    }
  }
}
