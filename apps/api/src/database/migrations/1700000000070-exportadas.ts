import type { MigrationInterface, QueryRunner } from 'typeorm'

/**
 * An export is a reading of the answers of those whom its entry names. Earlier entries name nobody. They count, as they did, from the first
 * entry of a persona on, but for those that held no answer at all.
 */
export class Exportadas1700000000070 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(OF_PERSONA)
  }

  async down(): Promise<void> {
    throw new Error('the legal record is not undone: restore a backup instead')
  }
}

const OF_PERSONA = `
create or replace function bitacora.lecturas_de(candidatura uuid, zona text)
returns table (acto text, dia date, nombre text, rol text, actor_politico_id uuid, motivo text, explicacion text, primera timestamptz,
  ultima timestamptz, veces int)
language sql stable security definer set search_path = pg_catalog as $$
  with alguna as (
    select a.n, a.acto, a.contenido::jsonb as c from bitacora.acto a where a.acto in ('identidad.exportada', 'identidad.codificada')
  ), entrada as (
    select a.n, a.acto, a.contenido::jsonb as c from bitacora.acto a
    where a.objeto_id = candidatura::text and a.acto in ('identidad.leida', 'consentimiento.formato_leido', 'derechos.acceso_leido')
    union all
    select a.n, a.acto, a.c from alguna a where a.c #> '{detalle,leidas}' ? candidatura::text
    union all
    select a.n, a.acto, a.c from alguna a
    where a.c #> '{detalle,leidas}' is null and coalesce((a.c #>> '{detalle,conIdentidad}')::int, 1) > 0
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
`
