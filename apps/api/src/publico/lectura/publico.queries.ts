import type { Asked } from '../../database/reader.ts'
import { readRows } from '../../database/rows.ts'

/** Whether something is public at a path, was once, or never. */
export async function historyOf(lector: Asked, ruta: string): Promise<'hoy' | 'antes' | 'nunca'> {
  const sql = `select bool_or(hasta_corte is null) as hoy from publico.recurso where ruta = $1`
  const [row] = await query<{ hoy: boolean | null }>(lector, sql, [ruta])
  if (row?.hoy) return 'hoy'
  return row?.hoy === false ? 'antes' : 'nunca'
}

interface Corta {
  id: string
  fotografia: string | null
}

/** The one whose id begins so; null when nobody's does, or the ids of several. */
export async function findCorta(lector: Asked, clave: string): Promise<Corta | null> {
  const rows = await query<Corta>(
    lector,
    `select id, fila ->> 'fotografia' as fotografia from publico.candidatura where id between $1::uuid and $2::uuid limit 2`,
    [clave.padEnd(32, '0'), clave.padEnd(32, 'f')],
  )
  return rows.length === 1 ? (rows[0] ?? null) : null
}

/** Whether a contienda is public, be there candidaturas in it or not. */
export async function existsContienda(lector: Asked, clave: string): Promise<boolean> {
  const sql = `select exists (select 1 from publico.recurso where ruta = 'contiendas' and hasta_corte is null
      and convert_from(contenido, 'UTF8')::jsonb -> 'elementos' @> jsonb_build_array(jsonb_build_object('clave', $1::text))) as existe`
  return (await query<{ existe: boolean }>(lector, sql, [clave]))[0]?.existe ?? false
}

async function query<T>(lector: Asked, sql: string, params: unknown[]): Promise<T[]> {
  return readRows<T>(lector, sql, params)
}
