import { readFileSync } from 'node:fs'
import type { DataSource, EntityManager } from 'typeorm'
import { parseJson } from '@conoceles/domain/typed'
import type { BitacoraService } from '../../modules/bitacora/index.ts'
import { enqueue } from '../../modules/publicacion/index.ts'
import { readRows } from '../../database/rows.ts'

const FORMATO = 'suprimidas-1'

/**
 * Personas whose identity answers were suppressed, with the day and the act, and those whose answers were destroyed because they refused
 * their treatment. It holds identifiers and folios, and no answer.
 */
export interface ListaSuprimidas {
  formato: typeof FORMATO
  suprimidas: { candidaturaId: string; suprimidaEn: string; motivo: string }[]
  negadas: { candidaturaId: string; negadaEn: string }[]
}

/** The consent of each that is in force. */
const RIGE = `select distinct on (candidatura_id) candidatura_id, otorgado_en, tratamiento from captura.consentimiento
       where revision in ('no_requiere', 'aceptada') order by candidatura_id, otorgado_en desc, id desc`

/** Keep the list apart from the backups: a restored backup brings back those suppressed after it. */
export async function listarSuprimidas(owner: DataSource | EntityManager): Promise<ListaSuprimidas> {
  const suprimidas = await readRows<ListaSuprimidas['suprimidas'][number]>(
    owner,
    `select candidatura_id as "candidaturaId", to_char(suprimida_en at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "suprimidaEn", motivo
     from identidad.supresion order by suprimida_en, candidatura_id`,
  )
  const negadas = await readRows<ListaSuprimidas['negadas'][number]>(
    owner,
    `select candidatura_id as "candidaturaId", to_char(otorgado_en at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "negadaEn"
     from (${RIGE}) rige where not tratamiento order by otorgado_en, candidatura_id`,
  )
  return { formato: FORMATO, suprimidas, negadas }
}

/** Null: the file is no such list. */
export function leerSuprimidas(file: string): ListaSuprimidas | null {
  try {
    // A list from before refusals were in it has none.
    const { formato, suprimidas, negadas = [] } = parseJson<Partial<ListaSuprimidas>>(readFileSync(file, 'utf8'))
    return formato === FORMATO && Array.isArray(suprimidas) ? { formato, suprimidas, negadas } : null
  } catch {
    return null
  }
}

export interface Resuprimidas {
  /** Suppressed or destroyed again now: the restored database had them. */
  hechas: number
  /** Suppressed there too, or without answers. */
  estaban: number
  /** Personas who consented again after a refusal, as this database knows: their answers since then are theirs. */
  conceden: number
  /** Personas of the list that the register of this database lacks: captured after the backup. */
  ausentes: number
}

/** Suppresses again, in a restored database, the personas of the list that the backup still had. The second time does nothing. */
export function resuprimir(owner: DataSource, bitacora: BitacoraService, lista: ListaSuprimidas): Promise<Resuprimidas> {
  return owner.transaction(async (tx) => {
    const each = [await suprimirOtraVez(tx, bitacora, lista), await destruirNegadas(tx, bitacora, lista)]
    const sum = (key: keyof Resuprimidas) => each.reduce((total, one) => total + one[key], 0)
    return { hechas: sum('hechas'), estaban: sum('estaban'), conceden: sum('conceden'), ausentes: sum('ausentes') }
  })
}

async function suprimirOtraVez(tx: EntityManager, bitacora: BitacoraService, { suprimidas }: ListaSuprimidas): Promise<Resuprimidas> {
  const ids = suprimidas.map(({ candidaturaId }) => candidaturaId)
  const known = await setOf(tx, KNOWN, ids)
  const done = await setOf(tx, 'select candidatura_id as id from identidad.supresion where candidatura_id = any($1::uuid[])', ids)
  const missing = suprimidas.filter(({ candidaturaId }) => known.has(candidaturaId) && !done.has(candidaturaId))
  await tx.query(`select set_config('app.rol', 'transparencia', true)`)
  for (const { candidaturaId, suprimidaEn, motivo } of missing) {
    await tx.query('select identidad.suprimir(array[$1]::uuid[], $2, $3::timestamptz)', [candidaturaId, motivo, suprimidaEn])
    await tell(tx, bitacora, { candidaturaId, motivo, suprimidaEn })
  }
  return { hechas: missing.length, estaban: done.size, conceden: 0, ausentes: suprimidas.length - known.size }
}

/** She may say yes again, and is asked anew. Destroyed are her earlier answers, and the key unless a document of hers lies under it. */
async function destruirNegadas(tx: EntityManager, bitacora: BitacoraService, { negadas }: ListaSuprimidas): Promise<Resuprimidas> {
  const ids = negadas.map(({ candidaturaId }) => candidaturaId)
  const known = await setOf(tx, KNOWN, ids)
  const conceden = await concedenDespues(tx, negadas)
  const answered = await setOf(
    tx,
    'select distinct candidatura_id as id from identidad.respuesta where candidatura_id = any($1::uuid[])',
    ids,
  )
  const kept = new Set([...answered].filter((id) => !conceden.has(id)))
  await tx.query('delete from identidad.respuesta where candidatura_id = any($1::uuid[])', [[...kept]])
  await tx.query(
    `delete from identidad.llave l where candidatura_id = any($1::uuid[])
     and not exists (select 1 from identidad.formato f where f.candidatura_id = l.candidatura_id)`,
    [[...kept]],
  )
  for (const { candidaturaId, negadaEn } of negadas.filter((each) => kept.has(each.candidaturaId)))
    await tell(tx, bitacora, { candidaturaId, motivo: 'negativa', suprimidaEn: negadaEn })
  return {
    hechas: kept.size,
    estaban: known.size - kept.size - conceden.size,
    conceden: conceden.size,
    ausentes: negadas.length - known.size,
  }
}

/** A list may be older than the database: of yesterday's night, beside a restore to this noon. */
async function concedenDespues(tx: EntityManager, negadas: ListaSuprimidas['negadas']): Promise<Set<string>> {
  const rows = await readRows<{ id: string }>(
    tx,
    `select rige.candidatura_id as id from (${RIGE}) rige
     join unnest($1::uuid[], $2::timestamptz[]) as n(id, en) on n.id = rige.candidatura_id where rige.tratamiento and rige.otorgado_en > n.en`,
    [negadas.map(({ candidaturaId }) => candidaturaId), negadas.map(({ negadaEn }) => negadaEn)],
  )
  return new Set(rows.map(({ id }) => id))
}

async function tell(
  tx: EntityManager,
  bitacora: BitacoraService,
  { candidaturaId: id, ...detalle }: ListaSuprimidas['suprimidas'][number],
): Promise<void> {
  await enqueue(tx, [id])
  await bitacora.registrar(tx, {
    acto: 'identidad.suprimida',
    cuentaId: null,
    rol: null,
    objeto: { tipo: 'candidatura', id },
    detalle: { ...detalle, trasRestaurar: true },
  })
}

const KNOWN = 'select id from captura.candidatura where id = any($1::uuid[])'

async function setOf(tx: EntityManager, sql: string, ids: readonly string[]): Promise<Set<string>> {
  const rows = await readRows<{ id: string }>(tx, sql, [ids])
  return new Set(rows.map(({ id }) => id))
}
