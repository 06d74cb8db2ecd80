import type { MigrationInterface, QueryRunner } from 'typeorm'

/** Texts that the pack lacks can be written, and count once another person confirmed them. */
export class DatosEscritos1700000000250 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const sql of [...TABLA, ...FUNCIONES]) await runner.query(sql)
  }

  async down(): Promise<void> {
    throw new Error('the legal record is not undone: restore a backup instead')
  }
}

const ROL = `coalesce(current_setting('app.rol', true), '')`
const CUENTA = `nullif(current_setting('app.cuenta', true), '')::uuid`

const TABLA = [
  `create table captura.dato_escrito (
    id uuid constraint dato_escrito_pk primary key,
    proceso_id uuid not null constraint dato_escrito_proceso_fk references captura.proceso,
    clave text not null,
    valor text not null,
    documento text not null,
    fecha date not null,
    escrito_por uuid not null,
    escrito_en timestamptz not null,
    retirado_por uuid,
    retirado_en timestamptz,
    motivo text,
    constraint dato_escrito_retirado_ck check ((retirado_por is null) = (retirado_en is null) and (retirado_por is null) = (motivo is null))
  )`,
  'alter table captura.dato_escrito owner to conoceles_dueno',
  'create unique index dato_escrito_vigente_ux on captura.dato_escrito (proceso_id, clave) where retirado_en is null',
  'grant select, insert on captura.dato_escrito to conoceles_instituto',
  'grant update (retirado_por, retirado_en, motivo) on captura.dato_escrito to conoceles_instituto',
  'alter table captura.dato_escrito enable row level security, force row level security',
  'create policy dueno on captura.dato_escrito for select to conoceles_dueno using (true)',
  `create policy instituto on captura.dato_escrito for select to conoceles_instituto
    using (${ROL} in ('verificacion', 'secretaria', 'comision', 'transparencia', 'auditoria'))`,
  `create policy instituto_agrega on captura.dato_escrito for insert to conoceles_instituto
    with check (${ROL} = 'secretaria' and escrito_por = ${CUENTA} and retirado_en is null)`,
  `create policy instituto_retira on captura.dato_escrito for update to conoceles_instituto
    using (${ROL} = 'secretaria') with check (${ROL} = 'secretaria' and retirado_por = ${CUENTA})`,
]

/** The same for everybody who is told how sure a fact is. The table holds the author. */
const FUNCIONES = [
  `create function captura.conservar_dato_escrito() returns trigger language plpgsql as $$
  begin
    raise exception 'lo que se retiró no cambia' using errcode = '42501';
  end $$`,
  'alter function captura.conservar_dato_escrito() owner to conoceles_dueno',
  `create trigger dato_escrito_conservar before update on captura.dato_escrito for each row
    when (old.retirado_en is not null) execute function captura.conservar_dato_escrito()`,
  `create function captura.datos_escritos() returns table (clave text, valor text, documento text, fecha text)
  language sql stable security definer set search_path = pg_catalog as $$
    select d.clave, d.valor, d.documento, d.fecha::text from captura.dato_escrito d where d.retirado_en is null
  $$`,
  'alter function captura.datos_escritos() owner to conoceles_dueno',
  'revoke execute on function captura.datos_escritos() from public',
  'grant execute on function captura.datos_escritos() to conoceles_actor, conoceles_instituto, conoceles_publicador',
]
