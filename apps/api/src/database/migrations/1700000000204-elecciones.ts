import type { MigrationInterface, QueryRunner } from 'typeorm'

/**
 * Nobody authorises publishing or counting identity answers without their treatment; rows of before stay as they were given. Lists tell
 * whether a persona is asked the identity cuestionario, and no more of her decisions.
 */
export class Elecciones1700000000204 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const sql of [ELEGIR, TRIGGER, EXENTA, ...OWNED, REVOKE, GRANT]) await runner.query(sql)
  }

  async down(): Promise<void> {
    throw new Error('the legal record is not undone: restore a backup instead')
  }
}

const ELEGIR = `
create function captura.elegir() returns trigger
language plpgsql as $$
begin
  if not new.tratamiento and (new.publicacion or new.estadistica) then
    raise exception 'sin tratamiento no se publica ni se cuenta' using errcode = '23514';
  end if;
  return new;
end $$;
`
const TRIGGER =
  'create trigger consentimiento_elegir before insert on captura.consentimiento for each row execute function captura.elegir()'

const EXENTA = `
create function captura.exenta(candidatura uuid) returns boolean
language sql stable security definer set search_path = pg_catalog as $$
  select coalesce((select not k.tratamiento from captura.consentimiento k where k.candidatura_id = candidatura and k.revision <> 'rechazada'
    order by k.otorgado_en desc, k.id desc limit 1), false)
$$;
`
/** Row-level security holds for this owner too, and would not for the one who migrates. */
const OWNED = ['captura.elegir()', 'captura.exenta(uuid)'].map((name) => `alter function ${name} owner to conoceles_dueno`)
const REVOKE = 'revoke execute on function captura.exenta(uuid) from public'
const GRANT = 'grant execute on function captura.exenta(uuid) to conoceles_actor, conoceles_instituto'
