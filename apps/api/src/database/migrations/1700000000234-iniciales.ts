import type { MigrationInterface, QueryRunner } from 'typeorm'

/** An oficio ends with who wrote and who revised it; once it is sent, that does not change either. */
export class Iniciales1700000000234 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const sql of [COLUMN, GRANT, FUNCTION, OWNED, TRIGGER]) await runner.query(sql)
  }

  async down(): Promise<void> {
    throw new Error('the legal record is not undone: restore a backup instead')
  }
}

const COLUMN = 'alter table captura.remision add column iniciales text'
const GRANT = 'grant update (iniciales) on captura.remision to conoceles_instituto'
const FUNCTION = `
create function captura.remision_iniciales_fijas() returns trigger
language plpgsql as $$
begin
  raise exception 'una remisión enviada no se altera' using errcode = '42501';
end $$`
const OWNED = 'alter function captura.remision_iniciales_fijas() owner to conoceles_dueno'
const TRIGGER = `
create trigger remision_iniciales_fijas before update on captura.remision for each row
  when (old.enviada_en is not null and new.iniciales is distinct from old.iniciales) execute function captura.remision_iniciales_fijas()`
