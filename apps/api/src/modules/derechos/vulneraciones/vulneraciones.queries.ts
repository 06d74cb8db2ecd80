import { randomUUID } from 'node:crypto'
import type { EntityManager } from 'typeorm'
import { letras } from '../../../shared/archivos/letras.ts'
import { readRows } from '../../../database/rows.ts'
import { VulneracionAfectada, type Vulneracion } from './vulneracion.entity.ts'

export interface Nombrada {
  id: string
  nombre: string
}

export async function nextFolio(tx: EntityManager, { procesoId, anio }: { procesoId: string; anio: number }): Promise<string> {
  const [row] = await readRows<{ folio: string }>(tx, 'select captura.folio_vulneracion($1, $2) as folio', [procesoId, `VUL/${anio}/`])
  if (!row) throw new Error('a breach without folio')
  return `${row.folio}-${letras(4)}`
}

/** How many are affected by each. */
export async function countAfectadas(tx: EntityManager): Promise<Map<string, number>> {
  const rows = await readRows<{ id: string; n: number }>(
    tx,
    'select vulneracion_id as id, count(*)::int as n from captura.vulneracion_afectada group by vulneracion_id',
  )
  return new Map(rows.map(({ id, n }) => [id, n]))
}

export async function listCandidaturasAfectadas(tx: EntityManager, vulneracionId: string): Promise<Nombrada[]> {
  return readRows<Nombrada>(
    tx,
    `select c.id, concat_ws(' ', p.nombre, p.primer_apellido, p.segundo_apellido) as nombre
     from captura.vulneracion_afectada a join captura.candidatura c on c.id = a.candidatura_id join captura.persona p on p.id = c.persona_id
     where a.vulneracion_id = $1 order by 2, 1`,
    [vulneracionId],
  )
}

export async function listCuentasAfectadas(tx: EntityManager, vulneracionId: string): Promise<string[]> {
  const rows = await tx.findBy(VulneracionAfectada, { vulneracionId })
  return rows.flatMap(({ cuentaId }) => cuentaId ?? [])
}

/** Those of these identifiers that are candidaturas, or requests of one, with the name of the candidate. */
export async function findCandidaturas(tx: EntityManager, ids: readonly string[]): Promise<(Nombrada & { de: string })[]> {
  return readRows<Nombrada & { de: string }>(
    tx,
    `select x.de, c.id, concat_ws(' ', p.nombre, p.primer_apellido, p.segundo_apellido) as nombre
     from (select id as de, id as candidatura from captura.candidatura where id = any($1)
       union all select id, candidatura_id from captura.solicitud_derecho where id = any($1)) x
     join captura.candidatura c on c.id = x.candidatura join captura.persona p on p.id = c.persona_id order by 3, 2`,
    [ids],
  )
}

/** These are affected, and nobody else. */
export async function replaceAfectadas(
  tx: EntityManager,
  { id }: Pick<Vulneracion, 'id'>,
  { candidaturas, cuentas }: { candidaturas: readonly string[]; cuentas: readonly string[] },
): Promise<void> {
  await tx.delete(VulneracionAfectada, { vulneracionId: id })
  const rows = [
    ...[...new Set(candidaturas)].map((candidaturaId) => ({ candidaturaId, cuentaId: null })),
    ...[...new Set(cuentas)].map((cuentaId) => ({ candidaturaId: null, cuentaId })),
  ]
  const all = rows.map((row) => ({ id: randomUUID(), vulneracionId: id, ...row }))
  for (let at = 0; at < all.length; at += BLOCK) await tx.insert(VulneracionAfectada, all.slice(at, at + BLOCK))
}

const BLOCK = 1_000
