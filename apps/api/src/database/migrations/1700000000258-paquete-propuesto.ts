import type { MigrationInterface, QueryRunner } from 'typeorm'

/** A corrected pack is proposed by a person of the administración and loaded when another one approves it. */
export class PaquetePropuesto1700000000258 implements MigrationInterface {
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
  `create table captura.paquete_propuesto (
    id uuid constraint paquete_propuesto_pk primary key,
    proceso_id uuid not null constraint paquete_propuesto_proceso_fk references captura.proceso,
    archivo text not null,
    sha256 text not null,
    version text not null,
    anterior text not null,
    sobre text not null,
    fuentes text[] not null,
    catalogos jsonb not null,
    cambios text[] not null,
    estatus text not null,
    propuesto_por uuid not null,
    propuso text not null,
    propuesto_en timestamptz not null,
    decidido_por uuid,
    decidio text,
    decidido_en timestamptz,
    constraint paquete_propuesto_estatus_ck check (estatus in ('propuesto', 'aprobado', 'rechazado')),
    constraint paquete_propuesto_decidido_ck check ((decidido_en is null) = (estatus = 'propuesto') and (decidido_por is null) = (decidido_en is null) and (decidio is null) = (decidido_en is null)),
    constraint paquete_propuesto_dos_ck check (estatus <> 'aprobado' or decidido_por <> propuesto_por)
  )`,
  'alter table captura.paquete_propuesto owner to conoceles_dueno',
  `create unique index paquete_propuesto_abierto_ux on captura.paquete_propuesto (proceso_id) where estatus = 'propuesto'`,
  'grant select, insert on captura.paquete_propuesto to conoceles_instituto',
  'grant update (estatus, decidido_por, decidio, decidido_en) on captura.paquete_propuesto to conoceles_instituto',
  'alter table captura.paquete_propuesto enable row level security, force row level security',
  `create policy instituto on captura.paquete_propuesto for select to conoceles_instituto
    using (${ROL} in ('secretaria', 'administracion', 'auditoria'))`,
  `create policy instituto_agrega on captura.paquete_propuesto for insert to conoceles_instituto
    with check (${ROL} = 'administracion' and propuesto_por = ${CUENTA} and estatus = 'propuesto')`,
  `create policy instituto_decide on captura.paquete_propuesto for update to conoceles_instituto
    using (${ROL} = 'administracion') with check (${ROL} = 'administracion' and decidido_por = ${CUENTA})`,
]

/** Nobody but this trigger changes the catalogues of a proceso: no account can load a pack that nobody else approved. */
const FUNCIONES = [
  `create function captura.cargar_paquete() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
  begin
    if old.estatus <> 'propuesto' then
      raise exception 'lo que se decidió no cambia' using errcode = '42501';
    end if;
    if new.estatus <> 'aprobado' then
      return new;
    end if;
    update captura.proceso set catalogos = new.catalogos, pack_version = new.version
      where id = new.proceso_id and pack_version = new.anterior;
    if not found then
      raise exception 'el paquete vigente ya es otro' using errcode = '42501';
    end if;
    return new;
  end $$`,
  'alter function captura.cargar_paquete() owner to conoceles_dueno',
  'revoke execute on function captura.cargar_paquete() from public',
  `create trigger paquete_propuesto_cargar after update on captura.paquete_propuesto for each row execute function captura.cargar_paquete()`,
]
