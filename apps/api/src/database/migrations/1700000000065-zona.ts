import type { MigrationInterface, QueryRunner } from 'typeorm'

/** The serving process uses the day of the proceso: its zone is told with its clock. */
export class Zona1700000000065 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await replace(runner, 'simulacro boolean, desfase bigint, zona text', 'simulacro, desfase_reloj, zona')
  }

  async down(runner: QueryRunner): Promise<void> {
    await replace(runner, 'simulacro boolean, desfase bigint', 'simulacro, desfase_reloj')
  }
}

async function replace(runner: QueryRunner, columns: string, read: string): Promise<void> {
  await runner.query(`
drop function publico.reloj;
create function publico.reloj() returns table (${columns})
language sql stable security definer set search_path = pg_catalog as $$ select ${read} from captura.proceso $$;
alter function publico.reloj owner to conoceles_dueno;
revoke all on function publico.reloj from public;
grant execute on function publico.reloj to conoceles_lector, conoceles_instituto, conoceles_publicador;
`)
}
