import type { EntityManager } from 'typeorm'
import type { AdvertenciaFila, CandidaturaListada, ErrorFila, FilaPropuesta, Hallazgos, TipoHallazgo } from '@conoceles/domain'
import type { Resumen } from './importacion.entity.ts'
import type { ImportacionFila } from './importacion-fila.entity.ts'
import { readRows } from '../../../database/rows.ts'

export type Guardada = Pick<
  ImportacionFila,
  'fila' | 'clave' | 'celdas' | 'correcciones' | 'veredicto' | 'cambios' | 'errores' | 'antes' | 'candidaturaId'
>

export async function stageFilas(tx: EntityManager, id: string, filas: { fila: number; celdas: string[] | null }[]): Promise<void> {
  await tx.query(
    `insert into captura.importacion_fila (importacion_id, fila, celdas, cambios, errores, advertencias, hallazgos)
     select $1, r.fila, r.celdas, '[]', '[]', '[]', '[]' from jsonb_to_recordset($2::jsonb) as r(fila int, celdas jsonb)`,
    [id, JSON.stringify(filas)],
  )
}

/** Rows of one statement: none runs for longer than its timeout allows. */
const LOTE = 20_000

/**
 * Runs a statement on each range of rows of an import: `$1` is its id, `fila > $2 and fila <= $3` the range. A list of row numbers would
 * not do. Right after a list is read its statistics are stale, and the planner compares every row with every row.
 */
export async function byRanges(tx: EntityManager, id: string, statement: string): Promise<void> {
  const [row] = await readRows<{ last: number }>(
    tx,
    'select coalesce(max(fila), 0)::int as last from captura.importacion_fila where importacion_id = $1',
    [id],
  )
  for (let from = 0; from < (row?.last ?? 0); from += LOTE) await tx.query(statement, [id, from, from + LOTE])
}

export function eraseFilas(tx: EntityManager, id: string): Promise<void> {
  return byRanges(tx, id, 'delete from captura.importacion_fila where importacion_id = $1 and fila > $2 and fila <= $3')
}

/** The rows in order, a batch at a time; of one verdict when it is given. */
export async function* walkFilas(
  query: <T>(work: (tx: EntityManager) => Promise<T>) => Promise<T>,
  { id, veredicto = null, size }: { id: string; veredicto?: string | null; size: number },
): AsyncGenerator<Guardada[]> {
  let last = 0
  for (;;) {
    const rows = await query(
      async (tx) =>
        await readRows<Guardada>(
          tx,
          `select fila, clave, celdas, correcciones, veredicto, cambios, errores, antes, candidatura_id as "candidaturaId" from captura.importacion_fila
           where importacion_id = $1 and fila > $2 and ($3::text is null or veredicto = $3) order by fila limit $4`,
          [id, last, veredicto, size],
        ),
    )
    if (rows.length > 0) yield rows
    if (rows.length < size) return
    last = rows.at(-1)?.fila ?? last
  }
}

export async function writePropuestas(tx: EntityManager, id: string, propuestas: readonly FilaPropuesta[]): Promise<void> {
  const rows = propuestas.map(({ candidatura: _candidatura, ...row }) => row)
  await tx.query(
    `update captura.importacion_fila f set veredicto = r.veredicto, clave = r.clave, nombre = r.nombre, cambios = r.cambios, errores = r.errores,
       advertencias = r.advertencias, hallazgos = r.hallazgos
     from jsonb_to_recordset($2::jsonb) as r(fila int, veredicto text, clave text, nombre text, cambios jsonb, errores jsonb, advertencias jsonb,
       hallazgos jsonb)
     where f.importacion_id = $1 and f.fila = r.fila`,
    [id, JSON.stringify(rows)],
  )
}

/** Rows that were taken for good until the whole list was known. */
export async function refuseFilas(tx: EntityManager, id: string, faults: [number, ErrorFila[]][]): Promise<void> {
  await tx.query(
    `update captura.importacion_fila f set veredicto = 'rechazar', cambios = '[]', errores = f.errores || r.errores
     from jsonb_to_recordset($2::jsonb) as r(fila int, errores jsonb) where f.importacion_id = $1 and f.fila = r.fila`,
    [id, JSON.stringify(faults.map(([fila, errores]) => ({ fila, errores })))],
  )
}

export async function warnFilas(tx: EntityManager, id: string, advertencias: [number, AdvertenciaFila[]][]): Promise<void> {
  await tx.query(
    `update captura.importacion_fila f set advertencias = f.advertencias || r.advertencias
     from jsonb_to_recordset($2::jsonb) as r(fila int, advertencias jsonb) where f.importacion_id = $1 and f.fila = r.fila`,
    [id, JSON.stringify(advertencias.map(([fila, own]) => ({ fila, advertencias: own })))],
  )
}

/** Keeps the candidaturas as they were before the list changes them. */
export async function keepAntes(tx: EntityManager, id: string, antes: [number, CandidaturaListada][]): Promise<void> {
  await tx.query(
    `update captura.importacion_fila f set antes = r.antes from jsonb_to_recordset($2::jsonb) as r(fila int, antes jsonb)
     where f.importacion_id = $1 and f.fila = r.fila`,
    [id, JSON.stringify(antes.map(([fila, candidatura]) => ({ fila, antes: candidatura })))],
  )
}

/** Links each row to its candidatura, with the version that the import left; the cells are not needed any more. */
export async function closeFilas(tx: EntityManager, { id, procesoId }: { id: string; procesoId: string }, filas: number[]): Promise<void> {
  await tx.query(
    `update captura.importacion_fila f set celdas = null, correcciones = '{}', (candidatura_id, version) =
       (select c.id, c.version from captura.candidatura c where c.proceso_id = $2 and c.clave = f.clave and f.veredicto in ('crear', 'cambiar'))
     where f.importacion_id = $1 and f.fila = any($3)`,
    [id, procesoId, filas],
  )
}

/** Candidaturas that a list leaves as they are, by row. */
export async function readIguales(tx: EntityManager, { id, procesoId }: { id: string; procesoId: string }): Promise<Map<number, string>> {
  const rows = await readRows<{ fila: number; id: string }>(
    tx,
    `select f.fila, c.id from captura.importacion_fila f join captura.candidatura c on c.proceso_id = $2 and c.clave = f.clave
     where f.importacion_id = $1 and f.veredicto = 'igual'`,
    [id, procesoId],
  )
  return new Map(rows.map(({ fila, id: candidaturaId }) => [fila, candidaturaId]))
}

export async function countResumen(tx: EntityManager, id: string): Promise<Resumen> {
  const rows = await readRows<{ veredicto: keyof Resumen; filas: number; advertidas: number }>(
    tx,
    `select veredicto, count(*)::int as filas, count(*) filter (where advertencias <> '[]')::int as advertidas
     from captura.importacion_fila where importacion_id = $1 group by 1`,
    [id],
  )
  const resumen: Resumen = { crear: 0, cambiar: 0, igual: 0, rechazar: 0, advertir: 0 }
  for (const { veredicto, filas, advertidas } of rows) {
    resumen[veredicto] = filas
    resumen.advertir += advertidas
  }
  return resumen
}

/** A row that lost letters stays refused, so that repairing the accents is not offered for it. */
export async function countHallazgos(tx: EntityManager, id: string): Promise<Hallazgos> {
  const has = (tipo: TipoHallazgo) => `hallazgos @> '[{"tipo": "${tipo}"}]'`
  const [row] = await readRows<Hallazgos>(
    tx,
    `select count(*) filter (where ${has('acentos')} and not ${has('irreparable')})::int as acentos,
       count(*) filter (where ${has('irreparable')})::int as irreparables,
       count(*) filter (where ${has('mayusculas')})::int as mayusculas,
       count(*) filter (where ${has('entidad')})::int as "otrasEntidades"
     from captura.importacion_fila where importacion_id = $1`,
    [id],
  )
  if (!row) throw new Error('a count without a row')
  return row
}

export interface Pagina {
  veredicto: string | null
  hallazgo: string | null
  advertidas: boolean
  despues: number
  limite: number
}

export async function listFilas(tx: EntityManager, id: string, page: Pagina): Promise<{ rows: ImportacionFila[]; total: number }> {
  const where = `importacion_id = $1 and ($2::text is null or veredicto = $2) and (not $3::boolean or advertencias <> '[]')
    and ($4::text is null or hallazgos @> jsonb_build_array(jsonb_build_object('tipo', $4::text)))`
  const filter = [id, page.veredicto, page.advertidas, page.hallazgo]
  const rows = await readRows<ImportacionFila>(
    tx,
    `select fila, celdas, correcciones, veredicto, clave, nombre, cambios, errores, advertencias, hallazgos from captura.importacion_fila
     where ${where} and veredicto is not null and fila > $5 order by fila limit $6`,
    [...filter, page.despues, page.limite],
  )
  const [count] = await readRows<{ total: number }>(
    tx,
    `select count(*)::int as total from captura.importacion_fila where ${where} and veredicto is not null`,
    filter,
  )
  return { rows, total: count?.total ?? 0 }
}
