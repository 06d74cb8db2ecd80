import type { MigrationInterface, QueryRunner } from 'typeorm'

/** One official hides a persona at risk at once, until a second one decides or the day of the pack is over. */
export class Provisionales1700000000136 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
alter table captura.bloqueo add column provisional_hasta date,
  add constraint bloqueo_provisional_ck check (provisional_hasta is null or base = 'riesgo');
create or replace function captura.conservar_bloqueo() returns trigger language plpgsql as $$
begin
  if old.estatus in ('rechazado', 'levantado')
    or (old.confirmado_por is not null and (new.confirmado_por is distinct from old.confirmado_por or new.estatus = 'propuesto'))
    or (new.persona_id, new.alcance, new.base, new.motivo, new.propuesto_por, new.propuesto_en)
      is distinct from (old.persona_id, old.alcance, old.base, old.motivo, old.propuesto_por, old.propuesto_en)
    or (new.clave, new.autoridad, new.orden, new.documento_id, new.hasta, new.provisional_hasta)
      is distinct from (old.clave, old.autoridad, old.orden, old.documento_id, old.hasta, old.provisional_hasta) then
    raise exception 'lo que se decidió sobre un bloqueo no cambia' using errcode = '42501';
  end if;
  return new;
end $$;
`)
  }

  async down(): Promise<void> {
    throw new Error('the legal record is not undone: restore a backup instead')
  }
}
