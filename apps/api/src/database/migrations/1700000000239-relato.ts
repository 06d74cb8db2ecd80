import type { MigrationInterface, QueryRunner } from 'typeorm'

/** The secretaría tells what was dealt with in a sesión: its acta is drafted whole. */
export class Relato1700000000239 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const sql of SENTENCIAS) await runner.query(sql)
  }

  async down(): Promise<void> {
    throw new Error('the legal record is not undone: restore a backup instead')
  }
}

const SENTENCIAS = [
  'alter table captura.sesion add column relato jsonb',
  'grant update (relato) on captura.sesion to conoceles_instituto',
  `create function captura.sesion_relato_fijo() returns trigger
language plpgsql as $$
begin
  raise exception 'lo tratado en una sesión con acta firmada no se altera' using errcode = '42501';
end $$`,
  'alter function captura.sesion_relato_fijo() owner to conoceles_dueno',
  `create trigger sesion_relato_fijo before update on captura.sesion for each row
    when (old.acta_id is not null and new.relato is distinct from old.relato) execute function captura.sesion_relato_fijo()`,
]
