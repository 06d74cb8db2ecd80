import type { MigrationInterface, QueryRunner } from 'typeorm'

/** The invitation names the candidatura of its account, and accounts reach no other row of captura. */
export class Presentacion1700000000206 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const sql of [PRESENTAR, OWNED, REVOKE, GRANT]) await runner.query(sql)
  }

  async down(): Promise<void> {
    throw new Error('the legal record is not undone: restore a backup instead')
  }
}

const PRESENTAR = `
create function captura.presentar_candidatura(candidatura uuid)
returns table (cargo text, lugar text, actor text, vence date, telefono text, whatsapp text)
language sql stable security definer set search_path = pg_catalog set app.lectura = 'lugares' as $$
  select g.singular, d.nombre, a.nombre, c.captura_vence, p.catalogos #>> '{instituto,telefono}', p.catalogos #>> '{instituto,whatsapp}'
  from captura.candidatura c
  join captura.cargo g on g.id = c.cargo_id
  join captura.demarcacion d on d.id = c.demarcacion_id
  join captura.actor_politico a on a.id = c.actor_id
  join captura.proceso p on p.id = c.proceso_id
  where c.id = candidatura
$$;
`
const OWNED = 'alter function captura.presentar_candidatura(uuid) owner to conoceles_dueno'
const REVOKE = 'revoke execute on function captura.presentar_candidatura(uuid) from public'
const GRANT = 'grant execute on function captura.presentar_candidatura(uuid) to conoceles_acceso'
