import type { EntityManager } from 'typeorm'
import type { EstatusCaptura } from '@conoceles/domain'
import { alternativesOf, Values, type Ambito, type CandidaturasFilter } from './candidaturas.filter.ts'
import { readRows } from '../../../database/rows.ts'

/** Candidaturas of one contienda that the filter leaves, counted by the state of their captura. */
export interface ContiendaRow {
  cargo: string
  cargoNombre: string
  demarcacion: string
  tipo: string
  lugar: string
  total: number
  porEstatusCaptura: Partial<Record<EstatusCaptura, number>>
}

export async function countByContienda(tx: EntityManager, filter: CandidaturasFilter, ambito: Ambito): Promise<ContiendaRow[]> {
  const { base, values } = baseOf(filter, ambito)
  return readRows<ContiendaRow>(
    tx,
    `with base as (${base}),
       counted as (select cargo_id, demarcacion_id, estatus_captura, count(*)::int as cuantas, min(orden) as orden from base group by 1, 2, 3)
     select g.clave as cargo, g.nombre as "cargoNombre", d.clave as demarcacion, d.tipo, d.nombre as lugar, sum(n.cuantas)::int as total,
       jsonb_object_agg(n.estatus_captura, n.cuantas) as "porEstatusCaptura"
     from counted n join captura.cargo g on g.id = n.cargo_id join captura.demarcacion d on d.id = n.demarcacion_id
     group by g.id, d.id order by min(n.orden)`,
    values,
  )
}

export async function listIds(tx: EntityManager, filter: CandidaturasFilter, ambito: Ambito): Promise<string[]> {
  const { base, values } = baseOf(filter, ambito)
  const rows = await readRows<{ id: string }>(tx, `select id from (${base}) c order by orden`, values)
  return rows.map(({ id }) => id)
}

function baseOf(filter: CandidaturasFilter, ambito: Ambito): { base: string; values: unknown[] } {
  const values = new Values()
  const arms = alternativesOf(filter, ambito, values).map(
    ({ source, conditions }) =>
      `select c.id, c.orden, c.cargo_id, c.demarcacion_id, c.estatus_captura from ${source} where ${conditions.join(' and ')}`,
  )
  return { base: arms.join(' union all '), values: values.list }
}
