import type { MigrationInterface, QueryRunner } from 'typeorm'

/**
 * The end of the personas' captures. One function of the database destroys them batch by batch, only where two people ordered it, and
 * writes its progress in the same transaction. Nobody changes the certificate of it.
 */
export class Supresion1700000000037 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const sql of [TABLE, BATCH, REST, GRANTS, POLICIES]) await runner.query(sql)
  }

  async down(): Promise<void> {
    throw new Error('the legal record is not undone: restore a backup instead')
  }
}

const TABLE = `
create table captura.constancia_supresion (
  proceso_id uuid not null,
  emitida_en timestamptz not null,
  archivo bytea not null,
  sha256 text not null,
  folio text not null,
  constraint constancia_supresion_pk primary key (proceso_id)
);
alter table captura.constancia_supresion owner to conoceles_dueno;
alter table captura.constancia_supresion enable row level security;
alter table captura.constancia_supresion force row level security;
`

const ORDERED = `
  if coalesce(current_setting('app.rol', true), '') not in ('transparencia', 'secretaria') then
    raise exception 'no suprime' using errcode = '42501';
  end if;
  perform set_config('app.lectura', 'supresion', true);
  select * into etapa from captura.etapa_conclusion where clave = 'supresion' for update;
  if etapa.confirmada_en is null or etapa.concluida_en is not null then
    raise exception 'nadie ha ordenado la supresión, o ya terminó' using errcode = '42501';
  end if;`

/** Adds to the count of destroyed rows. */
const ADD = (kind: string) => `get diagnostics n = row_count;
  cuentas := jsonb_set(cuentas, '{${kind}}', to_jsonb(coalesce((cuentas ->> '${kind}')::int, 0) + n));`

/** Deletes the captures of the next candidaturas, in the order of their ids. False: there is nobody left. */
const BATCH = `
create function captura.suprimir_lote(cuantas int, cuando timestamptz) returns boolean
language plpgsql security definer set search_path = pg_catalog as $$
declare etapa captura.etapa_conclusion; ids uuid[]; imagenes text[]; cuentas jsonb; n int; llaves int; ultima uuid;
begin
${ORDERED}
  cuentas := coalesce(etapa.progreso -> 'destruidas', '{}');
  select array_agg(c.id order by c.id) into ids from (select id from captura.candidatura
    where id > coalesce((etapa.progreso ->> 'ultima')::uuid, '00000000-0000-0000-0000-000000000000') order by id limit cuantas) c;
  if ids is null then
    perform set_config('app.lectura', '', true);
    return false;
  end if;
  delete from identidad.respuesta where candidatura_id = any(ids);
  ${ADD('identidad')}
  llaves := identidad.suprimir(ids, 'conclusión del proceso', cuando);
  cuentas := jsonb_set(cuentas, '{llaves}', to_jsonb(coalesce((cuentas ->> 'llaves')::int, 0) + llaves));
  perform set_config('app.lectura', 'supresion', true);
  delete from identidad.formato where candidatura_id = any(ids);
  ${ADD('documentos')}
  delete from identidad.prueba_derecho where solicitud_id in (select id from captura.solicitud_derecho where candidatura_id = any(ids));
  ${ADD('documentos')}
  select array_agg(distinct sha256) into imagenes from captura.fotografia where candidatura_id = any(ids);
  delete from captura.fotografia where candidatura_id = any(ids);
  ${ADD('fotografias')}
  delete from captura.imagen i where i.sha256 = any(imagenes) and not exists (select 1 from captura.fotografia f where f.sha256 = i.sha256);
  update captura.seccion set respuestas = null, propias = null, validadas = null, verificadas = null where candidatura_id = any(ids)
    and coalesce(respuestas, propias, validadas, verificadas) is not null;
  ${ADD('respuestas')}
  delete from captura.seccion_anterior where candidatura_id = any(ids);
  ${ADD('respuestas')}
  delete from captura.respuesta_observacion where candidatura_id = any(ids);
  ${ADD('seguimiento')}
  delete from captura.observacion where candidatura_id = any(ids);
  ${ADD('seguimiento')}
  delete from captura.solicitud_correccion where candidatura_id = any(ids);
  ${ADD('seguimiento')}
  delete from captura.pausa where candidatura_id = any(ids);
  ${ADD('seguimiento')}
  delete from captura.captura_ajena where candidatura_id = any(ids);
  delete from captura.estadistica_contada where candidatura_id = any(ids);
  update captura.cambio set motivo = null, diferencias = '[]' where candidatura_id = any(ids);
  update captura.persona set fecha_nacimiento = null, edad_declarada = null, apodo = null
    where id in (select persona_id from captura.candidatura where id = any(ids));
  ultima := ids[array_length(ids, 1)];
  update captura.etapa_conclusion set progreso = jsonb_build_object(
    'ultima', ultima, 'destruidas', cuentas, 'total', (select count(*) from captura.candidatura),
    'candidaturas', coalesce((etapa.progreso ->> 'candidaturas')::int, 0) + array_length(ids, 1)) where proceso_id = etapa.proceso_id and clave = 'supresion';
  perform set_config('app.lectura', '', true);
  return true;
end $$;
alter function captura.suprimir_lote(int, timestamptz) owner to conoceles_dueno;
revoke all on function captura.suprimir_lote(int, timestamptz) from public;
`

/**
 * Deletes the data that belong to nobody alone: files and rows of imports, answers of repeated submissions, mail to personas. Counts the
 * archive.
 */
const REST = `
create function captura.suprimir_resto() returns void
language plpgsql security definer set search_path = pg_catalog as $$
declare etapa captura.etapa_conclusion; cuentas jsonb; n int;
begin
${ORDERED}
  cuentas := coalesce(etapa.progreso -> 'destruidas', '{}');
  delete from identidad.archivo;
  ${ADD('cargas')}
  delete from captura.importacion_fila;
  ${ADD('cargas')}
  delete from captura.envio;
  delete from captura.recordatorio where tipo = 'captura';
  if not cuentas ? 'archivo' then
    cuentas := jsonb_set(cuentas, '{archivo}', to_jsonb((select count(*)::int from captura.recurso_retirado)));
  end if;
  update captura.etapa_conclusion set progreso = jsonb_set(etapa.progreso, '{destruidas}', cuentas)
    where proceso_id = etapa.proceso_id and clave = 'supresion';
  perform set_config('app.lectura', '', true);
end $$;
alter function captura.suprimir_resto() owner to conoceles_dueno;
revoke all on function captura.suprimir_resto() from public;
`

const GRANTS = `
grant execute on function captura.suprimir_lote(int, timestamptz), captura.suprimir_resto() to conoceles_instituto;
grant select, insert on captura.constancia_supresion to conoceles_instituto;
`

const ROL = `coalesce(current_setting('app.rol', true), '')`
const SUPPRESSING = `current_setting('app.lectura', true) = 'supresion'`
const DESTROYED = [
  'identidad.formato',
  'identidad.prueba_derecho',
  'identidad.archivo',
  'captura.candidatura',
  'captura.persona',
  'captura.solicitud_derecho',
  'captura.fotografia',
  'captura.imagen',
  'captura.seccion',
  'captura.seccion_anterior',
  'captura.observacion',
  'captura.respuesta_observacion',
  'captura.solicitud_correccion',
  'captura.pausa',
  'captura.captura_ajena',
  'captura.estadistica_contada',
  'captura.cambio',
  'captura.importacion_fila',
  'captura.envio',
  'captura.recordatorio',
  'captura.recurso_retirado',
  'captura.etapa_conclusion',
]

const POLICIES = `
${DESTROYED.map((table) => `create policy dueno_suprime_todo on ${table} to conoceles_dueno using (${SUPPRESSING}) with check (${SUPPRESSING});\n`).join('')}
create policy instituto on captura.constancia_supresion for select to conoceles_instituto
  using (${ROL} in ('verificacion', 'secretaria', 'comision', 'transparencia', 'auditoria'));
create policy instituto_emite on captura.constancia_supresion for insert to conoceles_instituto
  with check (${ROL} in ('secretaria', 'transparencia') and exists (select 1 from captura.etapa_conclusion e
    where e.proceso_id = constancia_supresion.proceso_id and e.clave = 'supresion' and e.confirmada_en is not null));
`
