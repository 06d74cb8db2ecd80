import type { MigrationInterface, QueryRunner } from 'typeorm'

/**
 * Readings of identity answers. A reviewer reaches a data key only in a transaction that declared the reading. Each reading is an entry of
 * the bitácora, which the persona sees.
 */
export class Lecturas1700000000025 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const sql of [OF_ACCOUNT, OF_PERSONA, GRANTS, KEYS, ROTATION]) await runner.query(sql)
  }

  async down(): Promise<void> {
    throw new Error('the legal record is not undone: restore a backup instead')
  }
}

/** The last reading by the account that asks, on a day of the law: why it said it reads. Parties may not read the bitácora itself. */
const OF_ACCOUNT = `
create function bitacora.lectura_propia(candidatura uuid, dia date) returns jsonb
language sql stable security definer set search_path = pg_catalog as $$
  select a.contenido::jsonb -> 'detalle' from bitacora.acto a
  where a.objeto_id = candidatura::text and a.acto = 'identidad.leida'
    and a.contenido::jsonb ->> 'cuenta' = nullif(current_setting('app.cuenta', true), '')
    and a.contenido::jsonb #>> '{detalle,dia}' = dia::text
  order by a.n desc limit 1
$$;
alter function bitacora.lectura_propia(uuid, date) owner to conoceles_dueno;
revoke all on function bitacora.lectura_propia(uuid, date) from public;
`

/**
 * Readers of a persona's identity answers, straight from the bitácora: for herself, or for the Unidad that attends to her rights. An export
 * of everybody's answers is a reading of hers from her first entry on.
 */
const OF_PERSONA = `
create function bitacora.lecturas_de(candidatura uuid, zona text)
returns table (acto text, dia date, nombre text, rol text, actor_politico_id uuid, motivo text, explicacion text, primera timestamptz,
  ultima timestamptz, veces int)
language sql stable security definer set search_path = pg_catalog as $$
  with entrada as (
    select a.n, a.acto, a.contenido::jsonb as c from bitacora.acto a
    where a.objeto_id = candidatura::text and a.acto in ('identidad.leida', 'consentimiento.formato_leido', 'derechos.acceso_leido')
    union all
    select a.n, a.acto, a.contenido::jsonb from bitacora.acto a
    where a.acto = 'identidad.exportada'
      and a.n > (select min(f.n) from bitacora.acto f where f.objeto_id = candidatura::text)
  )
  select e.acto, ((e.c ->> 'en')::timestamptz at time zone zona)::date, k.nombre, e.c ->> 'rol', (e.c ->> 'actor')::uuid,
    e.c #>> '{detalle,motivo}', e.c #>> '{detalle,explicacion}', min((e.c ->> 'en')::timestamptz), max((e.c ->> 'en')::timestamptz),
    count(*)::int
  from entrada e left join acceso.cuenta k on k.id = (e.c ->> 'cuenta')::uuid
  where current_setting('app.rol', true) = 'transparencia'
    or (current_setting('app.rol', true) = 'candidata' and candidatura = nullif(current_setting('app.candidatura', true), '')::uuid)
  group by 1, 2, e.c ->> 'cuenta', 3, 4, 5, 6, 7
  order by max(e.n) desc
$$;
alter function bitacora.lecturas_de(uuid, text) owner to conoceles_dueno;
revoke all on function bitacora.lecturas_de(uuid, text) from public;
`

const GRANTS = `
grant execute on function bitacora.lectura_propia(uuid, date) to conoceles_actor, conoceles_instituto;
grant execute on function bitacora.lecturas_de(uuid, text) to conoceles_actor, conoceles_instituto;
`

const REVIEWER_OF_SENT = `current_setting('app.rol', true) = 'verificacion' and exists (select 1 from captura.candidatura c
  where c.id = candidatura_id and c.estatus_captura in ('validada', 'observada', 'en_correccion', 'verificada'))`
const READING = `${REVIEWER_OF_SENT} and current_setting('app.lectura', true) = 'identidad'`

/** Without the key the rows of the answers are noise: it is the key that says why it is read. */
const KEYS = `
alter policy instituto on identidad.llave using (${READING}) with check (${READING});
`

/** The owner of the tables is held to row-level security too: it reaches the wrapped keys only while they change hands. */
const ROTATING = `current_setting('app.lectura', true) = 'rotacion'`
const ROTATION = ['identidad.llave', 'identidad.archivo', 'captura.envio']
  .map((table) => `create policy dueno_rota on ${table} to conoceles_dueno using (${ROTATING}) with check (${ROTATING});`)
  .join('\n')
