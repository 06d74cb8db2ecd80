import { readFileSync } from 'node:fs'
import type { DataSource, EntityManager } from 'typeorm'
import type { BitacoraService } from '../../modules/bitacora/index.ts'
import { enqueue } from '../../modules/publicaciones/index.ts'

const FORMATO = 'suprimidas-1'

/** Whose identity answers were suppressed, when and by which act: identifiers and folios, nothing of what they answered. */
export interface ListaSuprimidas {
  formato: typeof FORMATO
  suprimidas: { candidaturaId: string; suprimidaEn: string; motivo: string }[]
}

/** To be kept apart from the backups: a backup brings back whoever was suppressed after it. */
export async function listarSuprimidas(owner: DataSource): Promise<ListaSuprimidas> {
  const suprimidas = (await owner.query(
    `select candidatura_id as "candidaturaId", to_char(suprimida_en at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "suprimidaEn", motivo
     from identidad.supresion order by suprimida_en, candidatura_id`,
  )) as ListaSuprimidas['suprimidas']
  return { formato: FORMATO, suprimidas }
}

/** Null: the file is no such list. */
export function leerSuprimidas(file: string): ListaSuprimidas | null {
  try {
    const list = JSON.parse(readFileSync(file, 'utf8')) as Partial<ListaSuprimidas>
    return list.formato === FORMATO && Array.isArray(list.suprimidas) ? (list as ListaSuprimidas) : null
  } catch {
    return null
  }
}

export interface Resuprimidas {
  /** Suppressed again now, that were not in the restored database. */
  hechas: number
  /** Suppressed there too. */
  estaban: number
  /** Of the list, and not in the register of this database: captured after the backup. */
  ausentes: number
}

/** Suppresses again, in a restored database, whoever the list names and the backup did not know of. The same twice does nothing the second time. */
export function resuprimir(owner: DataSource, bitacora: BitacoraService, { suprimidas }: ListaSuprimidas): Promise<Resuprimidas> {
  return owner.transaction(async (tx) => {
    const ids = suprimidas.map(({ candidaturaId }) => candidaturaId)
    const known = await setOf(tx, 'select id from captura.candidatura where id = any($1::uuid[])', ids)
    const done = await setOf(tx, 'select candidatura_id as id from identidad.supresion where candidatura_id = any($1::uuid[])', ids)
    const missing = suprimidas.filter(({ candidaturaId }) => known.has(candidaturaId) && !done.has(candidaturaId))
    await tx.query(`select set_config('app.rol', 'transparencia', true)`)
    for (const { candidaturaId, suprimidaEn, motivo } of missing) {
      await tx.query('select identidad.suprimir(array[$1]::uuid[], $2, $3::timestamptz)', [candidaturaId, motivo, suprimidaEn])
      await enqueue(tx, [candidaturaId])
      await bitacora.registrar(tx, {
        acto: 'identidad.suprimida',
        cuentaId: null,
        rol: null,
        objeto: { tipo: 'candidatura', id: candidaturaId },
        detalle: { motivo, suprimidaEn, trasRestaurar: true },
      })
    }
    return { hechas: missing.length, estaban: done.size, ausentes: suprimidas.length - known.size }
  })
}

async function setOf(tx: EntityManager, sql: string, ids: readonly string[]): Promise<Set<string>> {
  const rows = (await tx.query(sql, [ids])) as { id: string }[]
  return new Set(rows.map(({ id }) => id))
}
