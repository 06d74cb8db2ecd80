import type { EntityManager } from 'typeorm'
import { readRows } from '../../../database/rows.ts'

/** A persona who may be invited, as the acting account sees her. */
export interface PersonaRow {
  candidaturaId: string
  nombre: string
  cargo: string
  lugar: string
  actor: string
}

/** How many a search shows. */
const FOUND = 20

/**
 * Personas of candidaturas in force, under the row-level security of the acting account: those of `ids`, or those whose name has all
 * `words`, without accents.
 */
export function listPersonas(
  tx: EntityManager,
  { ids, words }: { ids: readonly string[] | null; words: readonly string[] },
): Promise<PersonaRow[]> {
  return readRows<PersonaRow>(
    tx,
    `select c.id as "candidaturaId", n.nombre, g.singular as cargo, d.nombre as lugar, a.nombre as actor
     from captura.candidatura c
     join captura.persona p on p.id = c.persona_id
     join captura.cargo g on g.id = c.cargo_id
     join captura.demarcacion d on d.id = c.demarcacion_id
     join captura.actor_politico a on a.id = c.actor_id
     cross join lateral (select concat_ws(' ', p.nombre, p.primer_apellido, p.segundo_apellido) as nombre) n
     cross join lateral (select regexp_replace(normalize(lower(n.nombre), nfd), '[\\u0300-\\u036f]', '', 'g') as plano) k
     where c.estatus = 'aprobada' and ($1::uuid[] is null or c.id = any($1)) and k.plano like all ($2::text[])
     order by n.nombre, c.id limit case when $1::uuid[] is null then ${FOUND} end`,
    [ids, words.map((word) => `%${word.replaceAll(/[\\%_]/g, '')}%`)],
  )
}

/** Her account, with when its invitation ends and when she asked for another. */
export interface CuentaDePersona {
  id: string
  candidaturaId: string
  correo: string
  estatus: 'activa' | 'invitada'
  venceEn: Date | null
  pedidaEn: Date | null
}

/** Accounts of the personas of these candidaturas; null: those that ask for another invitation. */
export function listCuentasDePersonas(tx: EntityManager, candidaturas: readonly string[] | null): Promise<CuentaDePersona[]> {
  return readRows<CuentaDePersona>(
    tx,
    `select distinct on (c.candidatura_id) c.id, c.candidatura_id as "candidaturaId", c.correo, c.estatus,
       c.invitacion_pedida_en as "pedidaEn",
       (select max(e.vence_en) from acceso.enlace e
        where e.cuenta_id = c.id and e.tipo = 'invitacion' and e.usado_en is null) as "venceEn"
     from acceso.cuenta c
     where c.rol = 'candidata' and c.estatus in ('activa', 'invitada')
       and case when $1::uuid[] is null then c.estatus = 'invitada' and c.invitacion_pedida_en is not null else c.candidatura_id = any($1) end
     order by c.candidatura_id, c.estatus, c.creada_en, c.id`,
    [candidaturas],
  )
}

/** Candidaturas, of these, whose persona somebody proposed already. */
export async function listPropuestas(tx: EntityManager, candidaturas: readonly string[]): Promise<Set<string>> {
  const rows = await readRows<{ id: string }>(
    tx,
    `select candidatura_id as id from acceso.propuesta_cuenta where estatus = 'pendiente' and candidatura_id = any($1)`,
    [candidaturas],
  )
  return new Set(rows.map(({ id }) => id))
}

/** Addresses, of these, whose mailbox has an account or a proposal already. */
export async function listOcupados(tx: EntityManager, correos: readonly string[]): Promise<Set<string>> {
  const rows = await readRows<{ correo: string }>(
    tx,
    `select m.correo from unnest($1::text[]) as m (correo)
     where exists (select 1 from acceso.cuenta c where acceso.buzon(c.correo) = acceso.buzon(m.correo) and c.estatus <> 'desactivada')
       or exists (select 1 from acceso.propuesta_cuenta p where p.estatus = 'pendiente' and acceso.buzon(p.correo) = acceso.buzon(m.correo))`,
    [correos],
  )
  return new Set(rows.map(({ correo }) => correo))
}
