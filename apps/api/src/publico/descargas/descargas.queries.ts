import type { Asked } from '../../database/reader.ts'
import { readRows } from '../../database/rows.ts'

export interface CorteRow {
  numero: number
  en: Date
  sha256: string
}

export async function readUltimoCorte(tx: Asked): Promise<CorteRow | null> {
  const [row] = await readRows<CorteRow>(tx, 'select numero, en, sha256 from publico.corte order by numero desc limit 1')
  return row ?? null
}

/** Every public answer that is not one candidatura, nor a photograph, nor a page: small, and read at once. */
export async function readRecursos(tx: Asked): Promise<Map<string, Buffer>> {
  const rows = await readRows<{ ruta: string; contenido: Buffer }>(
    tx,
    `select ruta, contenido from publico.recurso where hasta_corte is null
       and (ruta = any($1) or ruta like 'estadisticas/%')`,
    [['proceso', 'contiendas', 'territorio', 'catalogos', 'diccionario', 'politica', 'estadisticas']],
  )
  return new Map(rows.map(({ ruta, contenido }) => [ruta, contenido]))
}

/** Paths of the pages of the candidaturas in the order of the downloads, which follows from the pages themselves. */
export async function listRutasCandidaturas(tx: Asked): Promise<string[]> {
  const rows = await readRows<{ ruta: string }>(
    tx,
    `select 'candidaturas/' || id as ruta from publico.candidatura
     order by contienda collate "C", actor collate "C", cargo collate "C", (fila ->> 'numero')::int, calidad collate "C", id::text collate "C"`,
  )
  return rows.map(({ ruta }) => ruta)
}

export async function countCandidaturas(tx: Asked): Promise<number> {
  const [row] = await readRows<{ cuantas: number }>(tx, 'select count(*)::int as cuantas from publico.candidatura')
  return row?.cuantas ?? 0
}

/** In the order of the requested paths. */
export async function readDocumentos(tx: Asked, rutas: readonly string[]): Promise<Buffer[]> {
  const rows = await readRows<{ contenido: Buffer }>(
    tx,
    `select r.contenido from unnest($1::text[]) with ordinality as asked(ruta, n)
     join publico.recurso r on r.ruta = asked.ruta and r.hasta_corte is null order by asked.n`,
    [rutas],
  )
  return rows.map(({ contenido }) => contenido)
}
