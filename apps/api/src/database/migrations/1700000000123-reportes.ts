import type { MigrationInterface, QueryRunner } from 'typeorm'

/**
 * Errors that anybody reports about a public page. The public world may only add one, by a function that bounds them; it reads none. The
 * publisher reads the institute's answers for publication, and not the words of the reports.
 */
export class Reportes1700000000123 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const sql of [TABLE, RECIBIR, GRANTS, POLICIES, REST]) await runner.query(sql)
  }

  async down(): Promise<void> {
    throw new Error('the legal record is not undone: restore a backup instead')
  }
}

const TABLE = `
create table captura.reporte (
  id uuid not null,
  folio text not null,
  pagina text not null,
  corte int not null,
  texto text not null,
  pide_respuesta boolean not null,
  recibido date not null,
  huella text not null,
  estatus text not null,
  version int not null,
  pregunta text,
  respuesta text,
  motivo text,
  atendido_por uuid,
  atendido_en timestamptz,
  constraint reporte_pk primary key (id),
  constraint reporte_folio_uq unique (folio),
  constraint reporte_texto_ck check (length(texto) between 1 and 1000 and length(pagina) <= 200),
  constraint reporte_contestado_ck check ((estatus = 'contestado') = (pregunta is not null and respuesta is not null)),
  constraint reporte_atendido_ck check ((estatus = 'recibido') or (atendido_por is not null and atendido_en is not null))
);
create index reporte_recibido_ix on captura.reporte (recibido, huella);
alter table captura.reporte owner to conoceles_dueno;
`

/**
 * One at a time, so that the bounds hold. The same words of the same page on one day are one report. Answers its folio, or null when the day, or the
 * tray, takes no more.
 */
const RECIBIR = `
create function publico.recibir_reporte(nuevo jsonb, hoy date, en_un_dia int, en_espera int) returns text
language plpgsql security definer set search_path = pg_catalog as $$
declare known text;
begin
  perform pg_advisory_xact_lock(242, 617);
  select r.folio into known from captura.reporte r where r.recibido = hoy and r.huella = nuevo ->> 'huella';
  if known is not null then return known; end if;
  if (select count(*) from captura.reporte r where r.recibido = hoy) >= en_un_dia
    or (select count(*) from captura.reporte r where r.estatus = 'recibido') >= en_espera then
    return null;
  end if;
  insert into captura.reporte (id, folio, pagina, corte, texto, pide_respuesta, recibido, huella, estatus, version)
    values (gen_random_uuid(), nuevo ->> 'folio', nuevo ->> 'pagina', coalesce((select max(c.numero) from publico.corte c), 0), nuevo ->> 'texto',
      (nuevo ->> 'pideRespuesta')::boolean, hoy, nuevo ->> 'huella', 'recibido', 1);
  return nuevo ->> 'folio';
end $$;
alter function publico.recibir_reporte owner to conoceles_dueno;
revoke all on function publico.recibir_reporte from public;
`

const GRANTS = `
grant execute on function publico.recibir_reporte to conoceles_lector;
grant select on captura.reporte to conoceles_instituto;
grant update (estatus, version, pregunta, respuesta, motivo, atendido_por, atendido_en) on captura.reporte to conoceles_instituto;
grant select (id, folio, pagina, estatus, pregunta, respuesta, atendido_en) on captura.reporte to conoceles_publicador;
`

const ROL = `coalesce(current_setting('app.rol', true), '')`

const POLICIES = `
alter table captura.reporte enable row level security;
alter table captura.reporte force row level security;
create policy instituto on captura.reporte for select to conoceles_instituto using (${ROL} in ('secretaria', 'comision', 'transparencia', 'auditoria'));
create policy instituto_cambia on captura.reporte for update to conoceles_instituto using (${ROL} = 'secretaria') with check (${ROL} = 'secretaria');
create policy publicador on captura.reporte for select to conoceles_publicador using (estatus = 'contestado');
create policy dueno on captura.reporte to conoceles_dueno using (true) with check (true);
`

const ADD = (kind: string) => `get diagnostics n = row_count;
  cuentas := jsonb_set(cuentas, '{${kind}}', to_jsonb(coalesce((cuentas ->> '${kind}')::int, 0) + n));`

/** The end of the proceso takes the reports too. */
const REST = `
create or replace function captura.suprimir_resto() returns void
language plpgsql security definer set search_path = pg_catalog as $$
declare etapa captura.etapa_conclusion; cuentas jsonb; n int;
begin
  if coalesce(current_setting('app.rol', true), '') not in ('transparencia', 'secretaria') then
    raise exception 'no suprime' using errcode = '42501';
  end if;
  perform set_config('app.lectura', 'supresion', true);
  select * into etapa from captura.etapa_conclusion where clave = 'supresion' for update;
  if etapa.confirmada_en is null or etapa.concluida_en is not null then
    raise exception 'nadie ha ordenado la supresión, o ya terminó' using errcode = '42501';
  end if;
  cuentas := coalesce(etapa.progreso -> 'destruidas', '{}');
  delete from identidad.archivo;
  ${ADD('cargas')}
  delete from captura.importacion_fila;
  ${ADD('cargas')}
  delete from identidad.codificacion_texto;
  delete from captura.envio;
  delete from captura.recordatorio where tipo = 'captura';
  delete from captura.reporte;
  if not cuentas ? 'archivo' then
    cuentas := jsonb_set(cuentas, '{archivo}', to_jsonb((select count(*)::int from captura.recurso_retirado)));
  end if;
  update captura.etapa_conclusion set progreso = jsonb_set(etapa.progreso, '{destruidas}', cuentas)
    where proceso_id = etapa.proceso_id and clave = 'supresion';
  perform set_config('app.lectura', '', true);
end $$;
`
