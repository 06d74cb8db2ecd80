import type { MigrationInterface, QueryRunner } from 'typeorm'

/** A value of the pack counts as confirmed once a second person vouched for it. What one person confirmed before stays. */
export class ConfirmacionADos1700000000254 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const sql of SQL) await runner.query(sql)
  }

  async down(): Promise<void> {
    throw new Error('the legal record is not undone: restore a backup instead')
  }
}

const ROL = `coalesce(current_setting('app.rol', true), '')`
const CUENTA = `nullif(current_setting('app.cuenta', true), '')::uuid`

const SQL = [
  `alter table captura.confirmacion
    add column a_dos boolean not null default false,
    add column segunda_por uuid,
    add column segunda_en timestamptz,
    add constraint confirmacion_segunda_ck check ((segunda_por is null) = (segunda_en is null) and (segunda_por is null or a_dos and segunda_por <> confirmada_por))`,
  'alter table captura.confirmacion alter column a_dos set default true',
  'grant update (segunda_por, segunda_en) on captura.confirmacion to conoceles_instituto',
  `create policy instituto_segunda on captura.confirmacion for update to conoceles_instituto
    using (${ROL} = 'secretaria') with check (${ROL} = 'secretaria' and segunda_por = ${CUENTA} and deshecha_en is null)`,
  `create or replace function captura.conservar_confirmacion() returns trigger language plpgsql as $$
  begin
    if old.deshecha_en is not null then raise exception 'lo que se deshizo no cambia' using errcode = '42501'; end if;
    if old.segunda_en is not null and (new.segunda_por, new.segunda_en) is distinct from (old.segunda_por, old.segunda_en) then
      raise exception 'quien confirmó no cambia' using errcode = '42501';
    end if;
    return new;
  end $$`,
  `create or replace function captura.confirmaciones_vigentes() returns table (clave text, huella text, documento text, fecha text)
  language sql stable security definer set search_path = pg_catalog as $$
    select c.clave, c.huella, c.documento, c.fecha::text from captura.confirmacion c
    where c.deshecha_en is null and (not c.a_dos or c.segunda_en is not null)
  $$`,
]
