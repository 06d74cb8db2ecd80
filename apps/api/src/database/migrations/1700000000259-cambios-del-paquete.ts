import type { MigrationInterface, QueryRunner } from 'typeorm'

/** Each change of a proposed pack with its file, its datum, before and after; and the files of its ZIP that were not read. */
export class CambiosDelPaquete1700000000259 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const sql of TABLA) await runner.query(sql)
  }

  async down(): Promise<void> {
    throw new Error('the legal record is not undone: restore a backup instead')
  }
}

/** Lines that were kept before stay as they were written. */
const TABLA = [
  `alter table captura.paquete_propuesto add column ignorados text[] not null default '{}'`,
  'alter table captura.paquete_propuesto alter column ignorados drop default',
  `create function pg_temp.cambios_de(lineas text[]) returns jsonb language sql as $$
    select coalesce(jsonb_agg(jsonb_build_object('archivo', null, 'dato', linea, 'antes', null, 'despues', null) order by n), '[]')
    from unnest(lineas) with ordinality as escritas (linea, n) $$`,
  'alter table captura.paquete_propuesto alter column cambios type jsonb using pg_temp.cambios_de(cambios)',
  'drop function pg_temp.cambios_de(text[])',
]
