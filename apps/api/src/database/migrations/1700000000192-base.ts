import type { MigrationInterface, QueryRunner } from 'typeorm'
import { ConfigError } from '../../config.ts'
import { readRows } from '../rows.ts'
import tablas from './base/1-tablas.sql'
import funciones from './base/2-funciones.sql'
import derechos from './base/3-derechos.sql'

const SCHEMAS = ['acceso', 'bitacora', 'captura', 'identidad', 'publico']

/**
 * Beginning of every database. Parties and personas reach rows through `conoceles_actor`, staff through `conoceles_instituto`, accounts through
 * `conoceles_acceso`. The publisher is `conoceles_publicador`, and the public routes have `conoceles_lector` and nothing else. Until version 1.0.0
 * is released this beginning may change; from then on migrations are added after it.
 */
export class Base1700000000192 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    if (await isWholeAlready(runner)) return
    await runner.query(TRIGRAMAS)
    // Functions name one another, in any order.
    await runner.query('set local check_function_bodies = off')
    await runner.query(tablas)
    await runner.query(funciones)
    await runner.query(OWNERSHIP)
    await runner.query(derechos)
  }

  async down(): Promise<void> {
    throw new Error('the legal record is not undone: restore a backup instead')
  }
}

/** The last of the steps that led here, before they became one. */
const LAST_STEP = 'CuentaIntegrante1700000000191'

/** A database that took all those steps has this beginning already. One that took some of them has to take the others first. */
async function isWholeAlready(runner: QueryRunner): Promise<boolean> {
  const [found] = await readRows<{ begun: boolean; whole: boolean }>(
    runner,
    `select to_regclass('captura.proceso') is not null as begun, exists (select from conoceles_migraciones where name = $1) as whole`,
    [LAST_STEP],
  )
  if (found?.begun && !found.whole)
    throw new ConfigError(
      'Esta base se preparó con una versión muy anterior. Actualícela primero con la del 30 de noviembre de 2026, o empiece con una base vacía.',
    )
  return found?.whole === true
}

const TRIGRAMAS = `
create schema trigramas;
create extension pg_trgm schema trigramas;
grant usage on schema trigramas to conoceles_dueno;
`

/** The owner signs in nowhere, and row-level security holds for it too. */
const OWNERSHIP = `
do $$
declare uno record;
begin
  for uno in select format('schema %I', n.nspname) as que from pg_namespace n where n.nspname = any('{${SCHEMAS.join()}}')
    union all select format('table %s', c.oid::regclass) from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where c.relkind = 'r' and n.nspname = any('{${SCHEMAS.join()}}')
    union all select format('function %s', p.oid::regprocedure) from pg_proc p join pg_namespace n on n.oid = p.pronamespace
      where n.nspname = any('{${SCHEMAS.join()}}') loop
    execute format('alter %s owner to conoceles_dueno', uno.que);
  end loop;
end $$;
`
