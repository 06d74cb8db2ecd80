import type { MigrationInterface, QueryRunner } from 'typeorm'

/** The legal life of a candidatura: acuerdos with their document, changes with their cause, deliveries of accounts, and the directory. */
export class Vida1700000000003 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const sql of [CATALOGUES, TABLES, CANDIDATURA, PALABRAS, OWNERSHIP, GRANTS, POLICIES]) await runner.query(sql)
  }

  async down(): Promise<void> {
    throw new Error('the legal record is not undone: restore a backup instead')
  }
}

const CATALOGUES = `
alter table captura.cargo add column planilla text, add column con_suplente boolean not null default true,
  add column plazo_desde text not null default 'entrega', add column plazo_dias_tipo text not null default 'naturales';
alter table captura.cargo alter column con_suplente drop default, alter column plazo_desde drop default, alter column plazo_dias_tipo drop default;
update captura.cargo set con_suplente = false where tipo_eleccion = 'gubernatura';
alter table captura.demarcacion add column pertenece text, add column cabecera text, add column entidad text;
update captura.proceso set catalogos = '{"causas": [], "organos": [], "reglas": [], "listados": [], "feriados": []}'::jsonb || catalogos;
alter table captura.persona alter column primer_apellido drop not null, alter column fecha_nacimiento drop not null, add column edad_declarada int;
create index persona_nacimiento_ix on captura.persona (fecha_nacimiento);
`

const TABLES = `
create table captura.documento (
  id uuid not null,
  proceso_id uuid not null,
  nombre text not null,
  medio text not null,
  bytes int not null,
  sha256 text not null,
  contenido bytea not null,
  recibido_en timestamptz not null,
  recibido_por uuid not null,
  constraint documento_pk primary key (id)
);
alter table captura.acuerdo add column organo text, add column asunto text, add column aprobado_en timestamptz, add column documento_id uuid;
create table captura.entrega (
  id uuid not null,
  proceso_id uuid not null,
  acuerdo_id uuid not null,
  actor_politico_id uuid not null,
  entregada_en timestamptz not null,
  recibe text not null,
  candidaturas int not null,
  folio text not null,
  registrada_en timestamptz not null,
  registrada_por uuid,
  constraint entrega_pk primary key (id)
);
create index entrega_acuerdo_ix on captura.entrega (acuerdo_id, actor_politico_id);
create table captura.cambio (
  id uuid not null,
  proceso_id uuid not null,
  candidatura_id uuid not null,
  tipo text not null,
  causa text,
  acuerdo_id uuid,
  documento_id uuid,
  efectos_desde date not null,
  entra_id uuid,
  sale_id uuid,
  motivo text,
  diferencias jsonb not null,
  registrado_en timestamptz not null,
  registrado_por uuid not null,
  rol text not null,
  folio text not null,
  constraint cambio_pk primary key (id)
);
create index cambio_candidatura_ix on captura.cambio (candidatura_id, registrado_en);
create index cambio_entra_ix on captura.cambio (entra_id);
create index cambio_acuerdo_ix on captura.cambio (acuerdo_id);
create table captura.vista (
  id uuid not null,
  cuenta_id uuid not null,
  nombre text not null,
  consulta text not null,
  creada_en timestamptz not null,
  constraint vista_nombre_uq unique (cuenta_id, nombre),
  constraint vista_pk primary key (id)
);
alter table captura.acuerdo add constraint acuerdo_documento_fk foreign key (documento_id) references captura.documento(id);
alter table captura.entrega add constraint entrega_acuerdo_fk foreign key (acuerdo_id) references captura.acuerdo(id);
alter table captura.entrega add constraint entrega_actor_fk foreign key (actor_politico_id) references captura.actor_politico(id);
alter table captura.cambio add constraint cambio_candidatura_fk foreign key (candidatura_id) references captura.candidatura(id);
alter table captura.cambio add constraint cambio_entra_fk foreign key (entra_id) references captura.candidatura(id);
alter table captura.cambio add constraint cambio_sale_fk foreign key (sale_id) references captura.candidatura(id);
alter table captura.cambio add constraint cambio_acuerdo_fk foreign key (acuerdo_id) references captura.acuerdo(id);
alter table captura.cambio add constraint cambio_documento_fk foreign key (documento_id) references captura.documento(id);
`

/** Columns that order and filter the lists stand in the row itself: each index begins with the proceso and ends with the position. */
const CANDIDATURA = `
alter table captura.candidatura alter column cuenta_entregada drop not null,
  add column captura_vence date, add column entrega_id uuid, add column folio_formula int, add column orden text collate "C",
  add column cargo_id uuid, add column demarcacion_id uuid, add column actor_id uuid, add column sexo text;
update captura.candidatura c set sexo = p.sexo from captura.persona p where p.id = c.persona_id;
update captura.candidatura c set cargo_id = k.cargo_id, demarcacion_id = k.demarcacion_id, actor_id = po.actor_id,
  captura_vence = c.cuenta_entregada + g.dias_captura,
  orden = lpad(g.orden::text, 3, '0') || d.clave || lpad(po.orden::text, 3, '0') || lpad(c.numero::text, 4, '0') || c.calidad || c.id
from captura.postulacion po, captura.contienda k, captura.cargo g, captura.demarcacion d
where po.id = c.postulacion_id and k.id = po.contienda_id and g.id = k.cargo_id and d.id = k.demarcacion_id;
with formula as (select postulacion_id, numero, row_number() over (order by min(orden)) as folio from captura.candidatura group by 1, 2)
update captura.candidatura c set folio_formula = f.folio from formula f where f.postulacion_id = c.postulacion_id and f.numero = c.numero;
alter table captura.candidatura alter column folio_formula set not null, alter column orden set not null, alter column cargo_id set not null,
  alter column demarcacion_id set not null, alter column actor_id set not null, alter column sexo set not null;
create unique index candidatura_lugar_vigente_uq on captura.candidatura (postulacion_id, numero, calidad) where estatus = 'aprobada';
create index candidatura_orden_ix on captura.candidatura (proceso_id, orden);
create index candidatura_cargo_ix on captura.candidatura (proceso_id, cargo_id, orden);
create index candidatura_demarcacion_ix on captura.candidatura (proceso_id, demarcacion_id, orden);
create index candidatura_actor_ix on captura.candidatura (proceso_id, actor_id, orden);
create index candidatura_partido_ix on captura.candidatura (proceso_id, partido_origen_id, orden);
create index candidatura_acuerdo_ix on captura.candidatura (proceso_id, acuerdo_id, orden);
create index candidatura_estatus_ix on captura.candidatura (proceso_id, estatus_captura, orden);
create index candidatura_validada_ix on captura.candidatura (proceso_id, validada_en, id);
create index candidatura_persona_ix on captura.candidatura (persona_id);
alter table captura.candidatura add constraint candidatura_entrega_fk foreign key (entrega_id) references captura.entrega(id);
`

const PALABRAS = `
create table captura.palabra (
  proceso_id uuid not null,
  palabra text collate "C" not null,
  candidatura_id uuid not null references captura.candidatura (id) on delete cascade,
  primary key (proceso_id, palabra, candidatura_id)
);
create index palabra_candidatura_ix on captura.palabra (candidatura_id);
insert into captura.palabra (proceso_id, palabra, candidatura_id)
select distinct c.proceso_id, w.palabra, c.id from captura.candidatura c join captura.persona p on p.id = c.persona_id,
  regexp_split_to_table(regexp_replace(lower(normalize(concat_ws(' ', p.nombre, p.primer_apellido, p.segundo_apellido, p.apodo, c.folio_formula), NFD)),
    '[\\u0300-\\u036f]', '', 'g'), '[^[:alnum:]]+') as w(palabra) where w.palabra <> '';
`

const OWNERSHIP = `
alter table captura.documento owner to conoceles_dueno;
alter table captura.entrega owner to conoceles_dueno;
alter table captura.cambio owner to conoceles_dueno;
alter table captura.vista owner to conoceles_dueno;
alter table captura.palabra owner to conoceles_dueno;
`

const GRANTS = `
grant select on captura.cambio, captura.entrega, captura.palabra to conoceles_actor, conoceles_instituto, conoceles_publicador;
grant select, insert on captura.documento to conoceles_instituto;
grant insert on captura.cambio, captura.entrega to conoceles_instituto;
grant insert, delete on captura.palabra to conoceles_instituto;
grant select, insert, delete on captura.vista to conoceles_actor, conoceles_instituto;
`

const STAFF = `coalesce(current_setting('app.rol', true), '') in ('verificacion', 'secretaria', 'transparencia', 'comision', 'administracion', 'auditoria')`
const SECRETARIA = `current_setting('app.rol', true) = 'secretaria'`
const OWN_ACCOUNT = `cuenta_id = nullif(current_setting('app.cuenta', true), '')::uuid`
const WITH_OWN_CANDIDATURA = `exists (select 1 from captura.candidatura c
  where c.proceso_id = entrega.proceso_id and c.acuerdo_id = entrega.acuerdo_id and c.entrega_id = entrega.id)`
const OF_CANDIDATURA = `exists (select 1 from captura.candidatura c where c.id = candidatura_id)`

const POLICIES = `
${['documento', 'entrega', 'cambio', 'vista', 'palabra']
  .map((table) => `alter table captura.${table} enable row level security;\nalter table captura.${table} force row level security;`)
  .join('\n')}
create policy instituto on captura.documento for select to conoceles_instituto using (${STAFF});
create policy instituto_agrega on captura.documento for insert to conoceles_instituto with check (${SECRETARIA});
create policy actor on captura.entrega for select to conoceles_actor using (${WITH_OWN_CANDIDATURA});
create policy instituto on captura.entrega for select to conoceles_instituto using (${STAFF});
create policy instituto_agrega on captura.entrega for insert to conoceles_instituto with check (${SECRETARIA});
create policy publicador on captura.entrega for select to conoceles_publicador using (true);
create policy actor on captura.cambio for select to conoceles_actor using (${OF_CANDIDATURA});
create policy instituto on captura.cambio for select to conoceles_instituto using (${STAFF});
create policy instituto_agrega on captura.cambio for insert to conoceles_instituto with check (${SECRETARIA});
create policy publicador on captura.cambio for select to conoceles_publicador using (true);
create policy actor on captura.palabra for select to conoceles_actor using (${OF_CANDIDATURA});
create policy instituto on captura.palabra to conoceles_instituto using (${STAFF}) with check (${SECRETARIA});
create policy publicador on captura.palabra for select to conoceles_publicador using (true);
create policy actor on captura.vista to conoceles_actor using (${OWN_ACCOUNT}) with check (${OWN_ACCOUNT});
create policy instituto on captura.vista to conoceles_instituto using (${OWN_ACCOUNT}) with check (${OWN_ACCOUNT});
`
