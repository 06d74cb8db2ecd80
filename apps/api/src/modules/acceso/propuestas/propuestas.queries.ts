import type { EntityManager } from 'typeorm'
import { ROLES, puede, type Rol } from '@conoceles/domain'
import type { EstatusCuenta } from '../cuentas/cuenta.entity.ts'
import { readRows } from '../../../database/rows.ts'
import type { EstatusPropuesta } from './propuesta-cuenta.entity.ts'

export interface PropuestaRow {
  id: string
  nombre: string
  correo: string
  rol: Rol
  candidaturaId: string | null
  /** Cargo, lugar and actor of that candidatura, in words. */
  candidatura: string | null
  estatus: Extract<EstatusPropuesta, 'pendiente' | 'rechazada'>
  propuestaPor: string
  propuestaPorNombre: string
  propuestaEn: Date
  decididaPorNombre: string | null
  decididaEn: Date | null
  motivo: string | null
  actorId: string | null
  actorClave: string
  actorNombre: string
  /** Live accounts of the same name. */
  homonimas: number
}

/** Proposals that wait, and those that were rejected since `desde`; the oldest first. */
export async function listPropuestas(tx: EntityManager, desde: Date): Promise<PropuestaRow[]> {
  return readRows<PropuestaRow>(
    tx,
    `select p.id, p.nombre, p.correo, p.rol, p.candidatura_id as "candidaturaId", p.estatus, p.propuesta_por as "propuestaPor",
       q.nombre as "propuestaPorNombre", p.propuesta_en as "propuestaEn", d.nombre as "decididaPorNombre", p.decidida_en as "decididaEn",
       p.motivo, (select concat_ws(', ', x.cargo, x.lugar, x.actor) from captura.presentar_candidatura(p.candidatura_id) x) as candidatura,
       a.id as "actorId", a.clave as "actorClave", a.nombre as "actorNombre",
       (select count(*)::int from acceso.cuenta c
        where lower(c.nombre) = lower(p.nombre) and c.correo <> p.correo and c.estatus <> 'desactivada') as homonimas
     from acceso.propuesta_cuenta p
     join acceso.cuenta q on q.id = p.propuesta_por
     left join acceso.cuenta d on d.id = p.decidida_por
     left join captura.actor_politico a on a.id = p.actor_politico_id
     where p.estatus = 'pendiente' or (p.estatus = 'rechazada' and p.decidida_en > $1)
     order by p.propuesta_en, p.id`,
    [desde],
  )
}

/** Accounts that use the mailbox of an address, under any spelling of it. */
export async function listBuzon(tx: EntityManager, correo: string): Promise<{ correo: string; estatus: EstatusCuenta }[]> {
  return readRows<{ correo: string; estatus: EstatusCuenta }>(
    tx,
    `select correo, estatus from acceso.cuenta where acceso.buzon(correo) = acceso.buzon($1) and estatus <> 'desactivada'`,
    [correo],
  )
}

export async function existsPendiente(tx: EntityManager, correo: string): Promise<boolean> {
  const rows = await readRows<unknown>(
    tx,
    `select 1 from acceso.propuesta_cuenta where estatus = 'pendiente' and acceso.buzon(correo) = acceso.buzon($1) limit 1`,
    [correo],
  )
  return rows.length > 0
}

/** One at a time for each mailbox. */
export async function lockBuzon(tx: EntityManager, correo: string): Promise<void> {
  await tx.query(`select pg_advisory_xact_lock(hashtextextended('cuenta|' || acceso.buzon($1), 0))`, [correo])
}

/**
 * Whether somebody alone vouched for both accounts, by a chain of accounts that one person alone invited; an account vouches for itself.
 * Then the two may be one person.
 */
export async function shareAval(tx: EntityManager, [one, other]: readonly [string, string]): Promise<boolean> {
  const rows = await readRows<unknown>(
    tx,
    `with recursive cadena (id, de) as (
       values ($1::uuid, 1), ($2::uuid, 2)
       union
       select p.propuesta_por, cadena.de from cadena
       cross join lateral (
         select estatus, propuesta_por from acceso.propuesta_cuenta p
         where p.cuenta_id = cadena.id and p.estatus in ('confirmada', 'heredada') order by p.propuesta_en desc limit 1
       ) p where p.estatus = 'heredada'
     )
     select 1 from cadena group by id having count(distinct de) > 1 limit 1`,
    [one, other],
  )
  return rows.length > 0
}

const CONFIRMERS = ROLES.filter((rol) => puede(rol, 'cuentas.confirmar'))

/** Active accounts, other than this one, whose role may confirm. */
export async function countConfirmers(tx: EntityManager, cuentaId: string): Promise<number> {
  const [row] = await readRows<{ n: number }>(
    tx,
    `select count(*)::int as n from acceso.cuenta where estatus = 'activa' and rol = any($1) and id <> $2`,
    [CONFIRMERS, cuentaId],
  )
  return row?.n ?? 0
}

/** Proposals that wait for somebody else than this account. */
export async function countPorConfirmar(tx: EntityManager, cuentaId: string): Promise<number> {
  const [row] = await readRows<{ n: number }>(
    tx,
    `select count(*)::int as n from acceso.propuesta_cuenta where estatus = 'pendiente' and propuesta_por <> $1`,
    [cuentaId],
  )
  return row?.n ?? 0
}

/** When the holder of an account activated it, with the proposal that it came of. */
export async function noteActivada(tx: EntityManager, cuentaId: string, ahora: Date): Promise<void> {
  await tx.query(
    `update acceso.propuesta_cuenta set activada_en = $2
     where id = (select id from acceso.propuesta_cuenta where cuenta_id = $1 order by propuesta_en desc limit 1)`,
    [cuentaId, ahora],
  )
}
