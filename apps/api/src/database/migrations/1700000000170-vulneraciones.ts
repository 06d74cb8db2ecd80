import type { MigrationInterface, QueryRunner } from 'typeorm'

/**
 * The register of breaches of personal data, with the persons that they touched and the acts on each. Nobody outside the institute reads
 * it.
 */
export class Vulneraciones1700000000170 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const sql of [TABLE, AFFECTED, FOLIO, IMMUTABLE, GRANTS, POLICIES]) await runner.query(sql)
  }

  async down(): Promise<void> {
    throw new Error('the legal record is not undone: restore a backup instead')
  }
}

const TABLE = `
create table captura.vulneracion (
  id uuid not null,
  proceso_id uuid not null,
  folio text not null,
  tipo text not null,
  que text not null,
  causa text not null,
  ocurrio_desde date,
  ocurrio_hasta date,
  hallada_en timestamptz not null,
  hallada_por text not null,
  datos text[] not null,
  medidas text not null,
  recomendaciones text not null,
  medios text not null,
  hechos jsonb not null,
  version int not null,
  acuse_folio text not null,
  registrada_en timestamptz not null,
  registrada_por uuid not null,
  constraint vulneracion_pk primary key (id),
  constraint vulneracion_folio_uq unique (proceso_id, folio),
  constraint vulneracion_ocurrio_ck check (ocurrio_hasta is null or ocurrio_desde is null or ocurrio_desde <= ocurrio_hasta),
  constraint vulneracion_proceso_fk foreign key (proceso_id) references captura.proceso(id)
);
alter table captura.vulneracion owner to conoceles_dueno;
`

const AFFECTED = `
create table captura.vulneracion_afectada (
  id uuid not null,
  vulneracion_id uuid not null,
  candidatura_id uuid,
  cuenta_id uuid,
  constraint vulneracion_afectada_pk primary key (id),
  constraint vulneracion_afectada_una_ck check ((candidatura_id is null) <> (cuenta_id is null)),
  constraint vulneracion_afectada_vulneracion_fk foreign key (vulneracion_id) references captura.vulneracion(id),
  constraint vulneracion_afectada_candidatura_fk foreign key (candidatura_id) references captura.candidatura(id)
);
create unique index vulneracion_afectada_candidatura_ux on captura.vulneracion_afectada (vulneracion_id, candidatura_id);
create unique index vulneracion_afectada_cuenta_ux on captura.vulneracion_afectada (vulneracion_id, cuenta_id);
create index vulneracion_afectada_candidatura_ix on captura.vulneracion_afectada (candidatura_id);
alter table captura.vulneracion_afectada owner to conoceles_dueno;
`

/** The next folio of a year; two at once take turns. */
const FOLIO = `
create function captura.folio_vulneracion(proceso uuid, prefijo text) returns text
language plpgsql as $$
declare siguiente int;
begin
  perform pg_advisory_xact_lock(hashtextextended('vulneracion|' || proceso, 0));
  select count(*) + 1 into siguiente from captura.vulneracion v where v.proceso_id = proceso and left(v.folio, length(prefijo)) = prefijo;
  return prefijo || lpad(siguiente::text, greatest(3, length(siguiente::text)), '0');
end $$;
alter function captura.folio_vulneracion(uuid, text) owner to conoceles_dueno;
revoke all on function captura.folio_vulneracion(uuid, text) from public;
grant execute on function captura.folio_vulneracion(uuid, text) to conoceles_instituto;
`

/** Acts stay as they were written. While its notices wait for another person, or once they went out, their proposed content stays too. */
const IMMUTABLE = `
create function captura.conservar_vulneracion() returns trigger language plpgsql as $$
declare ultimo text;
begin
  if (select jsonb_agg(h order by n) from jsonb_array_elements(new.hechos) with ordinality as each (h, n) where n <= jsonb_array_length(old.hechos))
    is distinct from (case when jsonb_array_length(old.hechos) = 0 then null else old.hechos end) then
    raise exception 'lo que se hizo con una vulneración no cambia' using errcode = '42501';
  end if;
  select h ->> 'acto' into ultimo from jsonb_array_elements(old.hechos) with ordinality as each (h, n)
    where h ->> 'acto' in ('proponer_notificaciones', 'confirmar_notificaciones', 'devolver_notificaciones') order by n desc limit 1;
  if ultimo in ('proponer_notificaciones', 'confirmar_notificaciones')
    and (new.tipo, new.que, new.causa, new.datos, new.medidas, new.recomendaciones, new.medios, new.hallada_en, new.hallada_por)
      is distinct from (old.tipo, old.que, old.causa, old.datos, old.medidas, old.recomendaciones, old.medios, old.hallada_en, old.hallada_por) then
    raise exception 'lo que ya se propuso notificar no cambia' using errcode = '42501';
  end if;
  return new;
end $$;
alter function captura.conservar_vulneracion() owner to conoceles_dueno;
create trigger vulneracion_conservar before update on captura.vulneracion for each row execute function captura.conservar_vulneracion();
`

const GRANTS = `
grant select, insert on captura.vulneracion to conoceles_instituto;
grant update (tipo, que, causa, ocurrio_desde, ocurrio_hasta, hallada_en, hallada_por, datos, medidas, recomendaciones, medios, hechos, version)
  on captura.vulneracion to conoceles_instituto;
grant select, insert, delete on captura.vulneracion_afectada to conoceles_instituto;
`

const ROL = `coalesce(current_setting('app.rol', true), '')`
const SEE = `${ROL} in ('secretaria', 'transparencia', 'auditoria')`
const REGISTER = `${ROL} = 'transparencia'`
const DECIDE = `${ROL} in ('secretaria', 'transparencia')`
const OWN = `registrada_por = nullif(current_setting('app.cuenta', true), '')::uuid`

const POLICIES = `
alter table captura.vulneracion enable row level security;
alter table captura.vulneracion force row level security;
alter table captura.vulneracion_afectada enable row level security;
alter table captura.vulneracion_afectada force row level security;
create policy instituto on captura.vulneracion for select to conoceles_instituto using (${SEE});
create policy instituto_agrega on captura.vulneracion for insert to conoceles_instituto with check (${REGISTER} and ${OWN});
create policy instituto_cambia on captura.vulneracion for update to conoceles_instituto using (${DECIDE}) with check (${DECIDE});
create policy instituto on captura.vulneracion_afectada for select to conoceles_instituto using (${SEE});
create policy instituto_agrega on captura.vulneracion_afectada for insert to conoceles_instituto with check (${REGISTER});
create policy instituto_quita on captura.vulneracion_afectada for delete to conoceles_instituto using (${REGISTER});
`
