import type { DataSource, EntityManager } from 'typeorm'
import type { AccesoPack, Rol } from '@conoceles/domain'
import { prepared } from '../../database/statements.ts'
import type { CuestionarioDocument } from '@conoceles/cuestionarios'
import { readRows } from '../../database/rows.ts'
import type { EstatusCuenta } from './cuentas/cuenta.entity.ts'
import type { Reposicion } from './reposicion/reposicion.entity.ts'
import type { EstatusPropuesta } from './propuestas/propuesta-cuenta.entity.ts'

export interface ActorPoliticoRef {
  id: string
  clave: string
  nombre: string
}

export interface CuentaRow {
  id: string
  nombre: string
  correo: string
  rol: Rol
  actorPoliticoId: string | null
  candidaturaId: string | null
}

/** Charges of the account `c`, oldest first; the instants as ISO texts. */
const CARGOS = `(select coalesce(jsonb_agg(jsonb_build_object('cargo', k.cargo, 'desde', k.desde) order by k.desde, k.id), '[]')
  from acceso.cargo_cuenta k where k.cuenta_id = c.id)`
/** The one that it holds now. */
const CARGO = `(select k.cargo from acceso.cargo_cuenta k where k.cuenta_id = c.id order by k.desde desc, k.id desc limit 1)`

/** The account behind a session, and when that session last proved a factor. */
export interface CuentaDeFamilia extends CuentaRow {
  factorEn: Date | null
}

export interface CuentaListRow extends Omit<CuentaRow, 'actorPoliticoId'> {
  cargo: string | null
  estatus: EstatusCuenta
  creadaEn: Date
  invitacionVenceEn: Date | null
  actorId: string | null
  actorClave: string
  actorNombre: string
  /** Proposal of the account; null where it was loaded. */
  avalEstatus: EstatusPropuesta | null
  propuestaPor: string | null
  propuestaEn: Date | null
  confirmadaPor: string | null
  confirmadaEn: Date | null
  activadaEn: Date | null
}

export interface DispositivoRow {
  id: string
  descripcion: string
  creadoEn: Date
  ultimoUsoEn: Date
}

export interface CuentaPedida {
  familiaId: string
  cuentaId: string
}

const CUENTAS_OF_FAMILIAS = prepared(
  'cuentas_de_familias',
  `select c.id, c.nombre, c.correo, c.rol, c.actor_politico_id as "actorPoliticoId", c.candidatura_id as "candidaturaId",
     f.factor_en as "factorEn"
   from unnest($1::uuid[], $2::uuid[]) with ordinality as asked (familia, cuenta, place)
   left join acceso.familia f on f.id = asked.familia and f.cuenta_id = asked.cuenta and f.revocada_en is null and f.vence_en > $3
   left join acceso.cuenta c on c.id = f.cuenta_id and c.estatus = 'activa'
     and f.alcance = concat_ws('|', c.rol, coalesce(c.actor_politico_id::text, ''), coalesce(c.candidatura_id::text, ''))
   order by asked.place`,
)

/** Accounts of access tokens, in the order asked: null where the device or the account no longer may enter. Read on every request. */
export async function findCuentasOfFamilias(
  source: DataSource,
  { asked, now }: { asked: readonly CuentaPedida[]; now: Date },
): Promise<(CuentaDeFamilia | null)[]> {
  const values = [asked.map(({ familiaId }) => familiaId), asked.map(({ cuentaId }) => cuentaId), now]
  const rows = await readRows<CuentaDeFamilia | { id: null }>(source, CUENTAS_OF_FAMILIAS, values)
  return rows.map((row) => (row.id === null ? null : row))
}

/** The same text that `findCuentasOfFamilias` compares: rol, actor político and candidatura at sign-in. */
export function alcanceOf(cuenta: Pick<CuentaRow, 'rol' | 'actorPoliticoId' | 'candidaturaId'>): string {
  return [cuenta.rol, cuenta.actorPoliticoId ?? '', cuenta.candidaturaId ?? ''].join('|')
}

/** Devices that may still renew, the last used first. */
export async function listDispositivos(tx: EntityManager, cuentaId: string, now: Date): Promise<DispositivoRow[]> {
  return readRows<DispositivoRow>(
    tx,
    `select f.id, f.descripcion, f.creada_en as "creadoEn", f.ultimo_uso_en as "ultimoUsoEn" from acceso.familia f
     where f.cuenta_id = $1 and f.revocada_en is null
       and exists (select 1 from acceso.refresco r where r.familia_id = f.id and r.usado_en is null and r.vence_en > $2)
     order by f.ultimo_uso_en desc, f.id`,
    [cuentaId, now],
  )
}

export async function findActorPolitico(tx: EntityManager, id: string): Promise<ActorPoliticoRef | null> {
  const rows = await readRows<ActorPoliticoRef>(tx, 'select id, clave, nombre from captura.actor_politico where id = $1', [id])
  return rows[0] ?? null
}

/** A candidatura with the name of its persona, under the row-level security of the acting account. */
export async function findCandidatura(tx: EntityManager, id: string): Promise<{ id: string; nombre: string } | null> {
  const rows = await readRows<{ id: string; nombre: string }>(
    tx,
    `select c.id, concat_ws(' ', p.nombre, p.primer_apellido, p.segundo_apellido) as nombre
     from captura.candidatura c join captura.persona p on p.id = c.persona_id where c.id = $1`,
    [id],
  )
  return rows[0] ?? null
}

/** A question to the list of accounts; null: all. */
export interface CuentasFilter {
  /** Part of the name or of the address, without regard to accents. */
  q: string | null
  rol: Rol | null
  estatus: string | null
  /** Clave of the actor político. */
  actor: string | null
}

const FOLDED = (text: string) => `translate(lower(${text}), 'áéíóúüñ', 'aeiouun')`
const FOUND = `($1::text is null or position(${FOLDED('$1')} in ${FOLDED("c.nombre || ' ' || c.correo")}) > 0)
       and ($2::text is null or c.rol = $2) and ($3::text is null or c.estatus = $3) and ($4::text is null or a.clave = $4)`
const CUENTAS = 'acceso.cuenta c left join captura.actor_politico a on a.id = c.actor_politico_id'
const valuesOf = ({ q, rol, estatus, actor }: CuentasFilter) => [q, rol, estatus, actor]

export async function countCuentas(tx: EntityManager, filter: CuentasFilter): Promise<number> {
  const [row] = await readRows<{ total: number }>(tx, `select count(*)::int as total from ${CUENTAS} where ${FOUND}`, valuesOf(filter))
  return row?.total ?? 0
}

/** Oldest first; `despues` is the id of the last one of the page before. An invitation ends with its only unspent link. */
export async function listCuentas(
  tx: EntityManager,
  filter: CuentasFilter,
  page: { despues: string | null; limite: number },
): Promise<CuentaListRow[]> {
  return readRows<CuentaListRow>(
    tx,
    `select c.id, c.nombre, c.correo, c.rol, ${CARGO} as cargo, c.estatus, c.creada_en as "creadaEn", c.candidatura_id as "candidaturaId",
       a.id as "actorId", a.clave as "actorClave", a.nombre as "actorNombre",
       p.estatus as "avalEstatus", propone.nombre as "propuestaPor", p.propuesta_en as "propuestaEn",
       confirma.nombre as "confirmadaPor", p.decidida_en as "confirmadaEn", p.activada_en as "activadaEn",
       (select max(e.vence_en) from acceso.enlace e
        where e.cuenta_id = c.id and e.tipo = 'invitacion' and e.usado_en is null and c.estatus = 'invitada') as "invitacionVenceEn"
     from ${CUENTAS}
     left join lateral (select * from acceso.propuesta_cuenta of where of.cuenta_id = c.id order by of.propuesta_en desc limit 1) p on true
     left join acceso.cuenta propone on propone.id = p.propuesta_por
     left join acceso.cuenta confirma on confirma.id = p.decidida_por
     where ${FOUND}
       and ($5::uuid is null or (c.creada_en, c.id) > (select p.creada_en, p.id from acceso.cuenta p where p.id = $5::uuid))
     order by c.creada_en, c.id limit $6`,
    [...valuesOf(filter), page.despues, page.limite],
  )
}

/** Somebody to whom the system writes by itself. */
export interface CuentaDestino {
  id: string
  nombre: string
  correo: string
  rol: Rol
  activa: boolean
}

export async function listDestinos(tx: EntityManager, roles: readonly Rol[]): Promise<CuentaDestino[]> {
  return readRows<CuentaDestino>(
    tx,
    `select id, nombre, correo, rol, estatus = 'activa' as activa from acceso.cuenta where rol = any($1) order by creada_en, id`,
    [roles],
  )
}

/** An account as its acts name it. */
export interface CuentaNombrada {
  id: string
  nombre: string
  rol: Rol
  /** Clave of its actor político. */
  actor: string | null
  /** Charges that it held, oldest first: see `cargoEl`. */
  cargos: { cargo: string | null; desde: string }[]
}

export async function findCargo(tx: EntityManager, cuentaId: string): Promise<string | null> {
  const rows = await readRows<{ cargo: string | null }>(tx, `select ${CARGO} as cargo from acceso.cuenta c where c.id = $1`, [cuentaId])
  return rows[0]?.cargo ?? null
}

/** Those of these identifiers that are accounts, also closed ones. */
export async function nombrarCuentas(tx: EntityManager, ids: readonly string[]): Promise<CuentaNombrada[]> {
  return readRows<CuentaNombrada>(
    tx,
    `select c.id, c.nombre, c.rol, a.clave as actor, ${CARGOS} as cargos from acceso.cuenta c left join captura.actor_politico a on a.id = c.actor_politico_id
     where c.id = any($1)`,
    [ids],
  )
}

/** The account of a persona candidata: where she is written to. */
export interface CuentaCandidata {
  id: string
  candidaturaId: string
  nombre: string
  correo: string
  estatus: 'activa' | 'invitada'
}

/** Account of the persona of each candidatura, where it has one; an active account before an invited one. */
export async function listCandidatas(tx: EntityManager, candidaturas: readonly string[]): Promise<CuentaCandidata[]> {
  return readRows<CuentaCandidata>(
    tx,
    `select distinct on (candidatura_id) id, candidatura_id as "candidaturaId", nombre, correo, estatus from acceso.cuenta
     where rol = 'candidata' and estatus in ('activa', 'invitada') and candidatura_id = any($1)
     order by candidatura_id, estatus, creada_en, id`,
    [candidaturas],
  )
}

/** An account with its reach, as the system acts for it. */
export type CuentaConAlcance = Pick<CuentaDestino, 'id' | 'nombre' | 'correo' | 'rol'> & { actorPoliticoId: string | null }

/** Active accounts among these. */
export async function listActivas(tx: EntityManager, ids: readonly string[]): Promise<CuentaConAlcance[]> {
  return readRows<CuentaConAlcance>(
    tx,
    `select id, nombre, correo, rol, actor_politico_id as "actorPoliticoId" from acceso.cuenta
     where estatus = 'activa' and id = any($1) order by creada_en, id`,
    [ids],
  )
}

/** An account of an actor político that may be written to. */
export interface CuentaDeActor {
  id: string
  actorId: string
  nombre: string
  correo: string
}

/** Active accounts of these actores políticos with a role. */
export async function listDeActor(tx: EntityManager, rol: 'captura' | 'validacion', actores: readonly string[]): Promise<CuentaDeActor[]> {
  return readRows<CuentaDeActor>(
    tx,
    `select id, actor_politico_id as "actorId", nombre, correo from acceso.cuenta
     where rol = $2 and estatus = 'activa' and actor_politico_id = any($1) order by creada_en, id`,
    [actores, rol],
  )
}

export async function countCuentasByActor(tx: EntityManager): Promise<{ actorId: string; cuentas: number }[]> {
  return readRows<{ actorId: string; cuentas: number }>(
    tx,
    `select actor_politico_id as "actorId", count(*)::int as cuentas from acceso.cuenta
     where estatus in ('activa', 'invitada') and actor_politico_id is not null group by 1`,
  )
}

/** A candidatura as its invitation names it. */
export interface Presentada {
  cargo: string
  lugar: string
  actor: string
  /** Last day of its term; null until it runs. */
  vence: string | null
  telefono: string | null
  whatsapp: string | null
}

export async function findPresentada(tx: EntityManager, candidaturaId: string): Promise<Presentada | null> {
  const [row] = await readRows<Presentada>(
    tx,
    'select cargo, lugar, actor, vence::text, telefono, whatsapp from captura.presentar_candidatura($1)',
    [candidaturaId],
  )
  return row ?? null
}

/** Cuestionarios that a candidatura answers on a day, as their documents. */
export function listCuestionariosDe(tx: EntityManager, candidaturaId: string, dia: string): Promise<CuestionarioDocument[]> {
  return readRows<CuestionarioDocument>(tx, 'select tipo, version, titulo, schema, uischema from captura.cuestionarios_de($1, $2)', [
    candidaturaId,
    dia,
  ])
}

/** Name of the institute, for messages. */
export async function findInstituto(tx: EntityManager): Promise<string> {
  const rows = await readRows<{
    nombre: string
  }>(tx, 'select instituto_nombre as nombre from captura.proceso order by jornada desc limit 1')
  return rows[0]?.nombre ?? 'El instituto electoral'
}

/** Rule of the proceso for signing in; null where its pack gives none. */
export async function findReglaAcceso(tx: EntityManager): Promise<AccesoPack | null> {
  const rows = await readRows<{
    regla: AccesoPack | null
  }>(tx, `select catalogos -> 'acceso' as regla from captura.proceso order by jornada desc limit 1`)
  return rows[0]?.regla ?? null
}

interface ReposicionRow {
  id: string
  cuentaId: string
  nombre: string
  correo: string
  motivo: string
  estatus: Reposicion['estatus']
  propuestaPor: string
  propuestaPorId: string
  propuestaEn: Date
  decididaPor: string | null
  decididaEn: Date | null
}

/** The open ones first, then the 50 newest. */
export async function listReposiciones(tx: EntityManager): Promise<ReposicionRow[]> {
  return readRows<ReposicionRow>(
    tx,
    `select r.id, r.cuenta_id as "cuentaId", c.nombre, c.correo, r.motivo, r.estatus, p.nombre as "propuestaPor",
       r.propuesta_por as "propuestaPorId", r.propuesta_en as "propuestaEn", d.nombre as "decididaPor", r.decidida_en as "decididaEn"
     from acceso.reposicion r join acceso.cuenta c on c.id = r.cuenta_id join acceso.cuenta p on p.id = r.propuesta_por
     left join acceso.cuenta d on d.id = r.decidida_por
     order by (r.estatus = 'propuesta') desc, r.propuesta_en desc, r.id limit 50`,
  )
}

/** Words that anybody would try first in a password: they come from the proceso, not from code. */
export async function listPalabras(tx: EntityManager): Promise<string[]> {
  const rows = await readRows<{ palabra: string }>(
    tx,
    `select unnest(array[instituto_siglas, instituto_nombre, nombre, entidad_nombre]) as palabra from captura.proceso
     union select unnest(array[clave, nombre]) from captura.actor_politico`,
  )
  return ['conoceles', ...rows.map((row) => row.palabra)]
}

/** Deletes expired rows: attempts of a day ago, devices and links long expired. */
export async function purge(tx: EntityManager, before: { intentos: Date; accesos: Date; retos: Date }): Promise<void> {
  await tx.query('delete from acceso.intento where ultimo_en < $1', [before.intentos])
  await tx.query('delete from acceso.familia where vence_en < $1', [before.accesos])
  await tx.query('delete from acceso.reto where vence_en < $1', [before.retos])
  await tx.query('delete from acceso.enlace where vence_en < $1', [before.accesos])
  await tx.query(`delete from acceso.propuesta_cuenta where estatus in ('rechazada', 'retirada') and decidida_en < $1`, [before.accesos])
}
