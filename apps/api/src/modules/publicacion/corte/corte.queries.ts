import { sign } from 'node:crypto'
import type { EntityManager } from 'typeorm'
import { CANAL_CORTE } from '../../../database/reader.ts'
import { canonical, sha256 } from '../../../shared/criptografia/canonical.ts'
import { listaDe, type ListaFirmada } from '../../../shared/archivos/lista-corte.ts'
import type { Firma } from '../../../shared/criptografia/secretos.ts'
import { RUTA_INDICE } from './indice.queries.ts'
import type { Regimen } from '../politica/regimen.queries.ts'
import type { Vigentes } from '../ficha/vigentes.queries.ts'
import { readRows } from '../../../database/rows.ts'

/** Signed header of a corte. It binds the list of resources by its hashes, and the head of the bitácora, so that a cut tail shows. */
export interface Cabecera extends Regimen {
  proceso: string
  numero: number
  en: string
  /** SHA-256 of the canonical form of the cabecera before; null for the first. */
  anterior: string | null
  recursos: ListaFirmada
  bitacora: { n: number; hash: string } | null
}

export interface CorteRow {
  numero: number
  cabecera: string
  sha256: string
  /** Day of the draw that its lists show; null where nothing is drawn, or nothing is public. */
  sorteo: string | null
}

export async function readLastCorte(tx: EntityManager): Promise<CorteRow | null> {
  const [row] = await readRows<CorteRow>(
    tx,
    'select numero, cabecera, sha256, sorteo::text from publico.corte order by numero desc limit 1',
  )
  return row ?? null
}

type NewCorte = Omit<Cabecera, 'recursos' | 'bitacora'>

export interface Sellado {
  cabecera: Cabecera
  /** SHA-256 of the canonical form of the cabecera. */
  sha256: string
}

/** Acuses are signed from the first act on, cortes come later: a client that checks one needs the key from the start. */
export async function announceLlave(tx: EntityManager, firma: Firma): Promise<void> {
  await publishLlave(tx, firma)
  const [llave] = await readRows<{ hasta: Date | null }>(tx, 'select hasta from publico.llave where id = $1', [firma.id])
  // A replica without the new key, or a moment before it looks: the next turn signs with that one.
  if (llave?.hasta) throw new Error(`the signing key ${firma.id} was replaced: the one that follows it is not in force here`)
}

export async function publishLlave(tx: EntityManager, { id, spki }: Firma): Promise<void> {
  await tx.query('insert into publico.llave (id, algoritmo, spki) values ($1, $2, $3) on conflict do nothing', [id, 'Ed25519', spki])
}

/** The order of its lists is that of its index. */
const INSERT_SQL = `insert into publico.corte (numero, en, cabecera, sha256, firma, llave, orden, sorteo)
  select $1::int, $2::timestamptz, $3, $4, $5, $6, indice ->> 'orden', (indice ->> 'sorteo')::date
  from (select 1) uno
  left join (select convert_from(contenido, 'UTF8')::json as indice from publico.recurso where ruta = $7 and hasta_corte is null) i on true`

/** Seals the present public world. */
export async function sealCorte(
  tx: EntityManager,
  { vigentes, ...corte }: NewCorte & { vigentes: Vigentes },
  firma: Firma,
): Promise<Sellado> {
  const [head] = await readRows<{
    n: number
    hash: string
  }>(tx, `select n::int as n, encode(hash, 'hex') as hash from bitacora.acto order by n desc limit 1`)
  const cabecera: Cabecera = { ...corte, recursos: listaDe(vigentes.hojas()), bitacora: head ?? null }
  const text = canonical(cabecera)
  const signature = sign(null, Buffer.from(text), firma.privateKey).toString('base64')
  const huella = sha256(text)
  await tx.query(INSERT_SQL, [corte.numero, corte.en, text, huella, signature, firma.id, RUTA_INDICE])
  // PostgreSQL sends it at commit: processes that answer from memory then drop their copies.
  await tx.query(`notify ${CANAL_CORTE}`)
  return { cabecera, sha256: huella }
}
