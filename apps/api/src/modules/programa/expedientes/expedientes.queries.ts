import type { EntityManager } from 'typeorm'
import { parseJson } from '@conoceles/domain/typed'
import type { ActoEncadenado, AcuseGuardado } from './indice.ts'
import { readRows } from '../../../database/rows.ts'

interface Objeto {
  tipo: string
  id: string
}

/** Every act on these objects, oldest first, with the hash that chains it to the act before. */
export async function readBitacoraOf(tx: EntityManager, objetos: readonly Objeto[]): Promise<ActoEncadenado[]> {
  const rows = await readRows<ActoEncadenado>(
    tx,
    `select n::int as n, contenido, encode(anterior, 'hex') as anterior, encode(hash, 'hex') as hash
     from bitacora.acto where objeto_id = any($1) order by n`,
    [[...new Set(objetos.map(({ id }) => id))]],
  )
  const wanted = new Set(objetos.map(({ tipo, id }) => `${tipo}|${id}`))
  return rows.filter(({ contenido }) => {
    const { objeto } = parseJson<{ objeto: Objeto }>(contenido)
    return wanted.has(`${objeto.tipo}|${objeto.id}`)
  })
}

/** The signed acuses that these acts name by their folio. */
export async function readAcusesOf(tx: EntityManager, actos: readonly ActoEncadenado[]): Promise<AcuseGuardado[]> {
  const folios = actos.flatMap(({ contenido }) => {
    // A request about data has a folio of its own, and names its acuse apart.
    const { detalle } = parseJson<{ detalle: { folio?: unknown; acuse?: unknown } }>(contenido)
    return [detalle.folio, detalle.acuse].filter((each) => typeof each === 'string')
  })
  const rows = await readRows<Omit<AcuseGuardado, 'recibidoEn'> & { recibidoEn: Date }>(
    tx,
    `select folio, acto, sha256, recibido_en as "recibidoEn", firma, llave from publico.acuse where folio = any($1) order by recibido_en, folio`,
    [folios],
  )
  return rows.map((row) => ({ ...row, recibidoEn: row.recibidoEn.toISOString() }))
}
