import type { MigrationInterface, QueryRunner } from 'typeorm'

/** How far an account saw its novedades, and which it wants by mail. The facts themselves stay where they are recorded. */
export class MarcaNovedades1700000000229 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const sql of [TABLE, OWNED, GRANT, SECURED, ACTOR, INSTITUTO, ESCRIBE]) await runner.query(sql)
  }

  async down(): Promise<void> {
    throw new Error('the legal record is not undone: restore a backup instead')
  }
}

const TABLE = `
create table captura.marca_novedades (
  cuenta_id uuid not null,
  vistas_hasta timestamptz,
  correo text,
  constraint marca_novedades_pk primary key (cuenta_id)
)`
const OWNED = 'alter table captura.marca_novedades owner to conoceles_dueno'
const GRANT = 'grant select, insert, update on captura.marca_novedades to conoceles_actor, conoceles_instituto'
const SECURED = 'alter table captura.marca_novedades enable row level security, force row level security'

const OWN = `cuenta_id = nullif(current_setting('app.cuenta', true), '')::uuid`
const ACTOR = `create policy actor on captura.marca_novedades to conoceles_actor using (${OWN})`
const INSTITUTO = `create policy instituto on captura.marca_novedades to conoceles_instituto using (${OWN})`
/** The job that writes mail has no account. */
const ESCRIBE = `create policy instituto_escribe on captura.marca_novedades for select to conoceles_instituto
  using (current_setting('app.rol', true) = 'secretaria' and coalesce(current_setting('app.cuenta', true), '') = '')`
