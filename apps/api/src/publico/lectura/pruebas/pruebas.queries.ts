import type { Asked } from '../../../database/reader.ts'
import type { RecursoListado } from '../../../shared/archivos/lista-corte.ts'
import { readRows } from '../../../database/rows.ts'

export interface StoredCorte {
  numero: number
  en: Date
  cabecera: string
  sha256: string
  firma: string
  llave: string
}

export async function listCortes(lector: Asked, antes: number | null): Promise<StoredCorte[]> {
  return query(lector, 'select * from publico.corte where $1::int is null or numero < $1 order by numero desc limit 100', [antes])
}

export async function findCorte(lector: Asked, numero: number): Promise<StoredCorte | null> {
  const rows = await query<StoredCorte>(lector, 'select * from publico.corte where numero = $1', [numero])
  return rows[0] ?? null
}

/** Heads of the bitácora that were signed between cortes, newest first. */
export async function listCabezas(lector: Asked, antes: number | null): Promise<Omit<StoredCorte, 'en' | 'sha256'>[]> {
  return query(
    lector,
    'select numero, cabecera, firma, llave from publico.cabeza where $1::int is null or numero < $1 order by numero desc limit 100',
    [antes],
  )
}

/** Public resources of a corte, in the order of its hash. */
export async function listRecursosOfCorte(lector: Asked, numero: number): Promise<RecursoListado[]> {
  return query(
    lector,
    `select ruta, sha256, bytes from publico.recurso where desde_corte <= $1 and (hasta_corte is null or hasta_corte > $1) order by ruta collate "C"`,
    [numero],
  )
}

/** Hash of the record of a candidatura in two cortes; null where it was not public. Only those of which it is not the same. */
export interface StoredCambio {
  id: string
  antes: string | null
  despues: string | null
}

/** In the order of their ids. */
export async function listCambios(lector: Asked, desde: number, hasta: number): Promise<StoredCambio[]> {
  return query(
    lector,
    `with en as (
       select substr(ruta, 14) as id, sha256, corte from publico.recurso cross join unnest($1::int[]) corte
       where ruta ~ '^candidaturas/[^/]+$' and desde_corte <= corte and (hasta_corte is null or hasta_corte > corte))
     select id, max(sha256) filter (where corte = $2) as antes, max(sha256) filter (where corte = $3) as despues
     from en group by id
     having max(sha256) filter (where corte = $2) is distinct from max(sha256) filter (where corte = $3) order by id`,
    [[desde, hasta], desde, hasta],
  )
}

export interface StoredLlave {
  id: string
  algoritmo: string
  spki: string
  desde: Date | null
  hasta: Date | null
  anterior: string | null
  relevo: string | null
  firmaRelevo: string | null
}

/** Oldest first. */
export async function listLlaves(lector: Asked): Promise<StoredLlave[]> {
  return query(
    lector,
    `select id, algoritmo, spki, desde, hasta, anterior, relevo, relevo_firma as "firmaRelevo" from publico.llave order by desde nulls first, id`,
    [],
  )
}

export interface StoredAcuse {
  folio: string
  acto: string
  sha256: string
  recibidoEn: Date
  firma: string
  llave: string
}

export async function findAcuse(lector: Asked, folio: string): Promise<StoredAcuse | null> {
  const rows = await query<StoredAcuse>(
    lector,
    'select folio, acto, sha256, recibido_en as "recibidoEn", firma, llave from publico.acuse where folio = $1',
    [folio],
  )
  return rows[0] ?? null
}

async function query<T>(lector: Asked, sql: string, params: unknown[]): Promise<T[]> {
  return readRows<T>(lector, sql, params)
}
