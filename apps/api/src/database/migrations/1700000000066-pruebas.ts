import type { MigrationInterface, QueryRunner } from 'typeorm'

/**
 * A new proof of identity raises the version of the persona's request: a reviewer who looked at another paper cannot accept this one.
 * False: her identity was accepted meanwhile, also by an act that had not ended when she sent it.
 */
const HAND_IN = `
create function captura.entregar_prueba(solicitud uuid) returns boolean
language plpgsql security definer set search_path = pg_catalog as $$
begin
  if coalesce(current_setting('app.rol', true), '') <> 'candidata' then
    raise exception 'no entrega' using errcode = '42501';
  end if;
  update captura.solicitud_derecho s set version = version + 1 where s.id = solicitud and s.acreditada_en is null;
  return found;
end $$;
alter function captura.entregar_prueba(uuid) owner to conoceles_dueno;
revoke all on function captura.entregar_prueba(uuid) from public;
grant execute on function captura.entregar_prueba(uuid) to conoceles_actor;
`

export class Pruebas1700000000066 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(HAND_IN)
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop function captura.entregar_prueba(uuid)')
  }
}
