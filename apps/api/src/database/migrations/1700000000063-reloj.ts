import type { MigrationInterface, QueryRunner } from 'typeorm'

/** The public service has the reader's role alone, and counts visits by the hour of a clock that a simulacro moves. */
export class Reloj1700000000063 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(READ)
    await runner.query('grant execute on function publico.reloj to conoceles_lector, conoceles_instituto, conoceles_publicador')
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop function publico.reloj')
  }
}

const READ = `
create function publico.reloj() returns table (simulacro boolean, desfase bigint)
language sql stable security definer set search_path = pg_catalog as $$ select simulacro, desfase_reloj from captura.proceso $$;
alter function publico.reloj owner to conoceles_dueno;
revoke all on function publico.reloj from public;
`
