import type { MigrationInterface, QueryRunner } from 'typeorm'

/**
 * Informes: their frozen data, every version of each text that people wrote in them, and their emissions. Rows are only ever added: an
 * existing row is the ground of documents that an organ approved.
 */
export class Informes1700000000046 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const sql of [TABLES, GUARDS, POLICIES, LATE]) await runner.query(sql)
  }

  async down(): Promise<void> {
    throw new Error('the legal record is not undone: restore a backup instead')
  }
}

const TABLES = `
create table captura.informe_corte (
  id uuid not null,
  proceso_id uuid not null,
  entregable text not null,
  numero int not null,
  clase text not null,
  tomado_en timestamptz not null,
  tomado_por uuid not null,
  consulta int not null,
  corte_publico int,
  datos jsonb not null,
  sha256 text not null,
  folio text not null,
  constraint informe_corte_numero_uq unique (proceso_id, entregable, numero),
  constraint informe_corte_pk primary key (id)
);
create index informe_corte_clase_ix on captura.informe_corte (proceso_id, clase, tomado_en);
create table captura.informe_texto (
  id uuid not null,
  proceso_id uuid not null,
  entregable text not null,
  seccion text not null,
  version int not null,
  texto text not null,
  guardado_en timestamptz not null,
  guardado_por uuid not null,
  constraint informe_texto_version_uq unique (proceso_id, entregable, seccion, version),
  constraint informe_texto_pk primary key (id)
);
create table captura.informe_emision (
  id uuid not null,
  proceso_id uuid not null,
  entregable text not null,
  numero int not null,
  corte_id uuid not null,
  textos jsonb not null,
  forma int not null,
  huellas jsonb not null,
  emitida_en timestamptz not null,
  emitida_por uuid not null,
  folio text not null,
  constraint informe_emision_numero_uq unique (proceso_id, entregable, numero),
  constraint informe_emision_pk primary key (id)
);
alter table captura.informe_emision add constraint informe_emision_corte_fk foreign key (corte_id) references captura.informe_corte (id);
`

const NEW_TABLES = ['captura.informe_corte', 'captura.informe_texto', 'captura.informe_emision']

/** Not even the owner rewrites one. */
const GUARDS = `
create function captura.impedir_informe() returns trigger language plpgsql set search_path = pg_catalog as $$
begin
  raise exception 'lo que se congeló para un informe no se altera' using errcode = '42501';
end $$;
alter function captura.impedir_informe() owner to conoceles_dueno;
${NEW_TABLES.map((table) => {
  const name = table.replace('captura.', '')
  return `alter table ${table} owner to conoceles_dueno;
alter table ${table} enable row level security;
alter table ${table} force row level security;
grant select, insert on ${table} to conoceles_instituto;
create trigger ${name}_impedir before update or delete on ${table} for each row execute function captura.impedir_informe();
create trigger ${name}_impedir_vaciar before truncate on ${table} for each statement execute function captura.impedir_informe();
`
}).join('')}`

const READS = `coalesce(current_setting('app.rol', true), '') in ('secretaria', 'comision', 'auditoria')`
const writes = (by: string) =>
  `current_setting('app.rol', true) = 'secretaria' and ${by} = nullif(current_setting('app.cuenta', true), '')::uuid`

const POLICIES = [
  ['captura.informe_corte', 'tomado_por'],
  ['captura.informe_texto', 'guardado_por'],
  ['captura.informe_emision', 'emitida_por'],
]
  .map(
    ([table = '', by = '']) => `create policy instituto on ${table} for select to conoceles_instituto using (${READS});
create policy instituto_agrega on ${table} for insert to conoceles_instituto with check (${writes(by)});
`,
  )
  .join('')

/** Candidaturas whose captura came late in part, by the acuse of each save: an id and no answer. */
const LATE = `
create index seccion_extemporanea_ix on captura.seccion (candidatura_id) where extemporanea;
create function captura.extemporaneas_de(proceso uuid) returns setof uuid
language sql stable security definer set search_path = pg_catalog as $$
  select distinct s.candidatura_id from captura.seccion s join captura.candidatura c on c.id = s.candidatura_id
  where s.extemporanea and c.proceso_id = proceso
$$;
alter function captura.extemporaneas_de(uuid) owner to conoceles_dueno;
revoke all on function captura.extemporaneas_de(uuid) from public;
grant execute on function captura.extemporaneas_de(uuid) to conoceles_instituto;
`
