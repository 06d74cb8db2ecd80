import { createPublicKey, verify } from 'node:crypto'
import type { EntityManager } from 'typeorm'
import { parseJson } from '@conoceles/domain/typed'
import { canonical, sha256 } from '../../../shared/criptografia/canonical.ts'
import { readRows } from '../../../database/rows.ts'

/** Destroys the captures of the next candidaturas, and writes its progress in the same transaction. False: nobody is left. */
export async function suprimirLote(tx: EntityManager, cuantas: number, en: Date): Promise<boolean> {
  const [row] = await readRows<{ mas: boolean }>(tx, 'select captura.suprimir_lote($1, $2) as mas', [cuantas, en])
  return row?.mas ?? false
}

/** Destroys data that belong to nobody alone. */
export async function suprimirResto(tx: EntityManager): Promise<void> {
  await tx.query('select captura.suprimir_resto()')
}

/** Some of the versions that were archived when they left the public world. */
export async function findArchivadas(tx: EntityManager, limite: number): Promise<string[]> {
  const rows = await readRows<{ id: string }>(tx, 'select id from captura.recurso_retirado order by id limit $1', [limite])
  return rows.map(({ id }) => id)
}

/** Result of checking the cortes from the database itself. */
export interface CortesComprobados {
  cuantos: number
  ultimo: { numero: number; sha256: string } | null
  /** Numbers of those whose signature, chain or list does not agree. */
  fallan: number[]
}

interface Corte {
  numero: number
  cabecera: string
  sha256: string
  firma: string
  spki: string
}

/** Signature, chain and list of resources of every corte: the suppression must leave them as they were. */
export async function comprobarCortes(tx: EntityManager): Promise<CortesComprobados> {
  const cortes = await readRows<Corte>(
    tx,
    'select c.numero, c.cabecera, c.sha256, c.firma, l.spki from publico.corte c join publico.llave l on l.id = c.llave order by c.numero',
  )
  const fallan: number[] = []
  for (const [at, corte] of cortes.entries()) {
    if (!(await agrees(tx, corte, cortes[at - 1] ?? null))) fallan.push(corte.numero)
  }
  const last = cortes.at(-1)
  return { cuantos: cortes.length, ultimo: last ? { numero: last.numero, sha256: last.sha256 } : null, fallan }
}

async function agrees(tx: EntityManager, { numero, cabecera, sha256: own, firma, spki }: Corte, before: Corte | null): Promise<boolean> {
  const key = createPublicKey({ key: Buffer.from(spki, 'base64'), format: 'der', type: 'spki' })
  const signed = verify(null, Buffer.from(cabecera), key, Buffer.from(firma, 'base64'))
  const { anterior, recursos } = parseJson<{ anterior: string | null; recursos: { sha256: string } }>(cabecera)
  const list = await readRows<object>(
    tx,
    `select ruta, sha256, bytes from publico.recurso where desde_corte <= $1 and (hasta_corte is null or hasta_corte > $1) order by ruta collate "C"`,
    [numero],
  )
  return signed && sha256(cabecera) === own && anterior === (before?.sha256 ?? null) && sha256(canonical(list)) === recursos.sha256
}

export interface VersionDestruida {
  ruta: string
  sha256: string
  bytes: number
}

/** Versions of which only the hash is left: the manifests of their cortes name it. */
export async function listDestruidas(tx: EntityManager): Promise<VersionDestruida[]> {
  return readRows<VersionDestruida>(
    tx,
    `select ruta, sha256, bytes from publico.recurso r where contenido is null
       and not exists (select 1 from captura.recurso_retirado a where a.id = r.id) order by ruta collate "C", id`,
  )
}
