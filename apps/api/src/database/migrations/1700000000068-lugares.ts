import type { MigrationInterface, QueryRunner } from 'typeorm'

/**
 * Present and past holders of the places of a list, and their changes, which the acuerdos tell to everybody. A persona and each party of an
 * alianza read the whole of it: with their own rows alone a place would look empty.
 *
 * No name comes from here and nothing that anybody captured. About a candidate of another party they read her public name, and not the
 * cause, which may be her health.
 */
export class Lugares1700000000068 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const sql of [OCUPADOS, CAMBIOS, POLICIES]) await runner.query(sql)
  }

  async down(): Promise<void> {
    throw new Error('the legal record is not undone: restore a backup instead')
  }
}

const OCUPADOS = `
create function captura.lugares_de(postulacion uuid)
returns table (id uuid, postulacion_id uuid, cargo_id uuid, calidad text, numero int, orden text, estatus text, acuerdo_id uuid)
language sql stable security definer set search_path = pg_catalog set app.lectura = 'lugares' as $$
  select c.id, c.postulacion_id, c.cargo_id, c.calidad, c.numero, c.orden, c.estatus, c.acuerdo_id
  from captura.candidatura c where c.postulacion_id = postulacion
$$;
alter function captura.lugares_de(uuid) owner to conoceles_dueno;
revoke all on function captura.lugares_de(uuid) from public;
grant execute on function captura.lugares_de(uuid) to conoceles_actor, conoceles_instituto;
`

const CAMBIOS = `
create function captura.cambios_de(postulacion uuid)
returns table (id uuid, candidatura_id uuid, tipo text, acuerdo_id uuid, efectos_desde date, entra_id uuid, sale_id uuid,
  registrado_en timestamptz, rol text)
language sql stable security definer set search_path = pg_catalog set app.lectura = 'lugares' as $$
  select m.id, m.candidatura_id, m.tipo, m.acuerdo_id, m.efectos_desde, m.entra_id, m.sale_id, m.registrado_en, m.rol
  from captura.cambio m join captura.candidatura c on c.id = m.candidatura_id
  where c.postulacion_id = postulacion
$$;
alter function captura.cambios_de(uuid) owner to conoceles_dueno;
revoke all on function captura.cambios_de(uuid) from public;
grant execute on function captura.cambios_de(uuid) to conoceles_actor, conoceles_instituto;
`

const READING = `coalesce(current_setting('app.lectura', true), '') = 'lugares'`
const POLICIES = `
create policy dueno_lugares on captura.candidatura for select to conoceles_dueno using (${READING});
create policy dueno_lugares on captura.cambio for select to conoceles_dueno using (${READING});
`
