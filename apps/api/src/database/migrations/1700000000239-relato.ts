import type { MigrationInterface, QueryRunner } from 'typeorm'

/**
 * The secretaría tells what was dealt with in a sesión: its acta is drafted whole. A sesión takes its number when it is convened, by the
 * order of the days; from then on its papers bear it.
 */
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
  'grant update (relato, numero) on captura.sesion to conoceles_instituto',
  `create function captura.sesion_relato_fijo() returns trigger
language plpgsql as $$
begin
  raise exception 'lo tratado en una sesión con acta firmada no se altera' using errcode = '42501';
end $$`,
  'alter function captura.sesion_relato_fijo() owner to conoceles_dueno',
  `create trigger sesion_relato_fijo before update on captura.sesion for each row
    when (old.acta_id is not null and new.relato is distinct from old.relato) execute function captura.sesion_relato_fijo()`,
  `create function captura.sesion_numero_fijo() returns trigger
language plpgsql as $$
begin
  raise exception 'el número de una sesión convocada no se altera' using errcode = '42501';
end $$`,
  'alter function captura.sesion_numero_fijo() owner to conoceles_dueno',
  `create trigger sesion_numero_fijo before update on captura.sesion for each row
    when ((old.convocatoria is not null or old.estatus = 'celebrada') and new.numero is distinct from old.numero)
    execute function captura.sesion_numero_fijo()`,
]
