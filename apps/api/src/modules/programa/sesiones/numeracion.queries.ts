import type { EntityManager } from 'typeorm'
import { readRows } from '../../../database/rows.ts'
import type { Sesion } from './sesion.entity.ts'

type Serie = Pick<Sesion, 'procesoId' | 'organo' | 'tipo' | 'anio'>

/** Next number of an organ, a kind and a year. Its lock lasts to the end of the transaction. */
export async function nextNumero(tx: EntityManager, serie: Serie): Promise<number> {
  await lockSerie(tx, serie)
  const [next] = await readRows<{ numero: number }>(tx, NEXT, placeOf(serie))
  return next?.numero ?? 1
}

/** Plan of a sesión as it is about to stand. */
type Prevista = Pick<Sesion, 'id' | 'numero' | 'convocatoria' | 'estatus' | 'fecha' | 'hora'> & Serie

/**
 * Number of a sesión as it is about to stand: those that nobody convened yet share out their numbers by the order of their days. One that
 * was convened keeps its own, which its papers bear. A plan that was cancelled comes last.
 */
export async function renumerar(tx: EntityManager, sesion: Prevista): Promise<number> {
  if (sesion.convocatoria !== null) return sesion.numero
  await lockSerie(tx, sesion)
  const { id: own, estatus, fecha, hora } = sesion
  const rows = await readRows<{ id: string; numero: number }>(tx, SIN_CONVOCAR, [...placeOf(sesion), own, estatus, fecha, hora])
  const numeros = rows.map(({ numero }) => numero).sort((one, other) => one - other)
  const moved = rows.flatMap(({ id, numero }, at) => (numeros[at] === numero ? [] : [{ id, numero: numeros[at] ?? numero }]))
  // Two of one series never have the same number, not even in between.
  await tx.query('update captura.sesion set numero = -numero where id = any($1)', [moved.map(({ id }) => id)])
  for (const { id, numero } of moved) await tx.query('update captura.sesion set numero = $2 where id = $1', [id, numero])
  return numeros[rows.findIndex(({ id }) => id === own)] ?? sesion.numero
}

/** Moves a plan to another kind: the others of its old one close up, and it takes the next number of the new one. */
export async function reclasificar(tx: EntityManager, sesion: Sesion, tipo: Sesion['tipo']): Promise<Sesion> {
  await renumerar(tx, { ...sesion, estatus: 'cancelada' })
  const moved = { ...sesion, tipo, numero: await nextNumero(tx, { ...sesion, tipo }) }
  await tx.query('update captura.sesion set tipo = $2, numero = $3 where id = $1', [sesion.id, tipo, moved.numero])
  return moved
}

function lockSerie(tx: EntityManager, { organo, tipo, anio }: Serie): Promise<unknown> {
  return tx.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [`sesion|${organo}|${tipo}|${anio}`])
}

function placeOf({ procesoId, organo, tipo, anio }: Serie): unknown[] {
  return [procesoId, organo, tipo, anio]
}

const SERIE = 'proceso_id = $1 and organo = $2 and tipo = $3 and anio = $4'
const NEXT = `select coalesce(max(numero), 0)::int + 1 as numero from captura.sesion where ${SERIE}`
const SIN_CONVOCAR = `select id, numero from captura.sesion,
    lateral (select case when id = $5 then $6::text else estatus end as queda, case when id = $5 then $7::date else fecha end as dia,
      case when id = $5 then $8::text else hora end as a_las) as prevista
  where ${SERIE} and convocatoria is null and estatus in ('programada', 'diferida', 'cancelada')
  order by queda = 'cancelada', dia, a_las nulls last, numero`
