import type { EntityManager } from 'typeorm'
import { isBrokenReference } from '../../../../shared/http/errors.ts'
import { byRanges } from '../filas.queries.ts'
import type { Importacion } from '../importacion.entity.ts'
import { readRows, changeRows } from '../../../../database/rows.ts'

/** Counts candidaturas of an import that may not be removed or restored, by reason. */
export interface Estorbos {
  tocadas: number
  entregadas: number
  faltan: number
}

export async function countEstorbos(tx: EntityManager, { id, cerradaEn }: Pick<Importacion, 'id' | 'cerradaEn'>): Promise<Estorbos> {
  const [row] = await readRows<Estorbos>(
    tx,
    `select count(*) filter (where c.id is null)::int as faltan,
       count(*) filter (where c.version <> f.version or c.estatus <> 'aprobada' or k.hay)::int as tocadas,
       count(*) filter (where (f.veredicto = 'crear' and c.entrega_id is not null) or e.registrada_en > $2)::int as entregadas
     from captura.importacion_fila f
     left join captura.candidatura c on c.id = f.candidatura_id
     left join captura.entrega e on e.id = c.entrega_id
     left join lateral (select exists (select 1 from captura.cambio x where x.candidatura_id = c.id and x.registrado_en > $2)
       or exists (select 1 from captura.cambio x where x.entra_id = c.id) as hay) k on true
     where f.importacion_id = $1 and f.veredicto in ('crear', 'cambiar')`,
    [id, cerradaEn],
  )
  return row ?? { tocadas: 0, entregadas: 0, faltan: 0 }
}

/** Created candidaturas whose persona has an account; accounts are read with the role that may see them. */
export async function countCuentas(tx: EntityManager, acceso: EntityManager, id: string): Promise<number> {
  const cuentas = await readRows<{
    id: string
  }>(acceso, 'select candidatura_id as id from acceso.cuenta where candidatura_id is not null')
  const [row] = await readRows<{ n: number }>(
    tx,
    `select count(*)::int as n from captura.importacion_fila where importacion_id = $1 and veredicto = 'crear' and candidatura_id = any($2)`,
    [id, cuentas.map((cuenta) => cuenta.id)],
  )
  return row?.n ?? 0
}

export async function readCreadas(tx: EntityManager, id: string): Promise<string[]> {
  const rows = await readRows<{ id: string }>(
    tx,
    `select candidatura_id as id from captura.importacion_fila where importacion_id = $1 and veredicto = 'crear' and candidatura_id is not null`,
    [id],
  )
  return rows.map((row) => row.id)
}

/** Removes candidaturas with their personas; gives the ids of those who stood in a fórmula with them, whose page names them. */
export async function deleteCandidaturas(tx: EntityManager, ids: readonly string[]): Promise<string[]> {
  const others = await readRows<{ id: string }>(
    tx,
    `select distinct s.id from captura.candidatura c join captura.candidatura s on s.postulacion_id = c.postulacion_id and s.numero = c.numero
     where c.id = any($1) and not s.id = any($1)`,
    [ids],
  )
  const personas = await readRows<{
    id: string
  }>(tx, 'select distinct persona_id as id from captura.candidatura where id = any($1)', [ids])
  const [, count] = await changeRows(tx, 'delete from captura.candidatura where id = any($1)', [ids])
  // Row-level security lets only untouched rows go: a remaining one means that somebody was faster.
  if (count < ids.length) throw new Error('a candidatura changed while its import was being undone')
  await tx.query(
    `delete from captura.persona p where p.id = any($1) and not exists (select 1 from captura.candidatura c where c.persona_id = p.id)`,
    [personas.map(({ id }) => id)],
  )
  return others.map(({ id }) => id)
}

/** Candidaturas that go back to another place leave theirs first. */
export async function parkRestored(tx: EntityManager, id: string): Promise<void> {
  await tx.query(
    `update captura.candidatura c set numero = -c.numero from captura.importacion_fila f
     where f.importacion_id = $1 and f.veredicto = 'cambiar' and c.id = f.candidatura_id
       and exists (select 1 from jsonb_array_elements(f.cambios) e
         where e ->> 'campo' = any(array['cargo', 'demarcacion', 'actor_politico', 'numero', 'calidad']))`,
    [id],
  )
}

/** Acuerdos and postulaciones of an import, unless somebody uses them by now; dependents first. */
export async function deleteWhatWasNamed(tx: EntityManager, creado: NonNullable<Importacion['creado']>): Promise<void> {
  for (const [table, unused] of Object.entries(UNUSED)) {
    for (const id of creado[table as keyof typeof UNUSED] ?? []) await deleteUnless(tx, { table, unused, id })
  }
}

/** Higher modules may hold on to one too: the foreign key says so, and then it stays. */
async function deleteUnless(tx: EntityManager, { table, unused, id }: { table: string; unused: string; id: string }): Promise<void> {
  await tx
    .transaction((inner) => inner.query(`delete from captura.${table} t where t.id = $1 and ${unused}`, [id]))
    .catch((error: unknown) => {
      if (!isBrokenReference(error)) throw error
    })
}

const UNUSED = {
  postulacion: 'not exists (select 1 from captura.candidatura c where c.postulacion_id = t.id)',
  acuerdo: `t.documento_id is null and t.organo is null and not exists (select 1 from captura.candidatura c where c.acuerdo_id = t.id)
    and not exists (select 1 from captura.cambio c where c.acuerdo_id = t.id) and not exists (select 1 from captura.entrega e where e.acuerdo_id = t.id)`,
  contienda: 'not exists (select 1 from captura.postulacion p where p.contienda_id = t.id)',
  actor_politico: `not exists (select 1 from captura.postulacion p where p.actor_id = t.id or t.id = any(p.integrantes))
    and not exists (select 1 from captura.candidatura c where t.id in (c.responsable_id, c.partido_origen_id))`,
  demarcacion: 'not exists (select 1 from captura.contienda k where k.demarcacion_id = t.id)',
}

/** Nothing can be undone any more: the earlier candidaturas are forgotten. */
export function forgetFilas(tx: EntityManager, id: string): Promise<void> {
  return byRanges(
    tx,
    id,
    `update captura.importacion_fila set antes = null, candidatura_id = null
     where importacion_id = $1 and fila > $2 and fila <= $3 and candidatura_id is not null`,
  )
}
