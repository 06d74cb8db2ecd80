import type { MigrationInterface, QueryRunner } from 'typeorm'

/**
 * Visits to the public site: how often each kind of page was seen in each hour, and nothing else. The public routes may only add to these
 * numbers, by a function: they neither read nor lower them.
 */
export class Visitas1700000000050 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const sql of [TABLE, ADD, GRANTS]) await runner.query(sql)
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop function publico.contar_visitas')
    await runner.query('drop table publico.visita')
  }
}

const TABLE = `
create table publico.visita (
  clase text not null constraint visita_clase_ck check (clase in ('inicio', 'boleta', 'lista', 'candidatura', 'historia', 'contienda',
    'comparar', 'estadisticas', 'datos', 'verificacion', 'informacion')),
  hora timestamptz not null constraint visita_hora_ck check (extract(epoch from hora) % 3600 = 0),
  veces bigint not null constraint visita_veces_ck check (veces > 0),
  constraint visita_pk primary key (clase, hora)
);
alter table publico.visita owner to conoceles_dueno;
`

/** In one order, so that processes that write at once wait for each other and never in a circle. */
const ADD = `
create function publico.contar_visitas(clases text[], horas timestamptz[], cuantas int[]) returns void
language plpgsql security definer set search_path = pg_catalog as $$
begin
  if 0 >= any(cuantas) then raise exception 'visits are only added' using errcode = 'check_violation'; end if;
  insert into publico.visita as v (clase, hora, veces) select * from unnest(clases, horas, cuantas) order by 1, 2
    on conflict (clase, hora) do update set veces = v.veces + excluded.veces;
end $$;
alter function publico.contar_visitas owner to conoceles_dueno;
revoke all on function publico.contar_visitas from public;
`

const GRANTS = `
grant execute on function publico.contar_visitas to conoceles_lector;
grant select on publico.visita to conoceles_instituto;
`
