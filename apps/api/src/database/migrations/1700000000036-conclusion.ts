import type { MigrationInterface, QueryRunner } from 'typeorm'

/**
 * Stages after election day: their days, and the accounts that asked for them and carried them out. From the stage of the block on, the
 * database itself lets nobody capture. Only Transparencia and the auditors read, in a transaction that gives its reason.
 */
export class Conclusion1700000000036 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const sql of [TABLE, ORDER, BLOCKED, COUNTS, GRANTS, POLICIES, BLOCK, CONSULT]) await runner.query(sql)
  }

  async down(): Promise<void> {
    throw new Error('the legal record is not undone: restore a backup instead')
  }
}

const TABLE = `
create table captura.etapa_conclusion (
  proceso_id uuid not null,
  clave text not null,
  fecha date,
  sustento text,
  fijada_por uuid,
  fijada_en timestamptz,
  propuesta_por uuid,
  propuesta_en timestamptz,
  confirmada_por uuid,
  confirmada_rol text,
  confirmada_en timestamptz,
  confirmada_dia date,
  concluida_en timestamptz,
  concluida_dia date,
  base text,
  progreso jsonb,
  version int not null,
  constraint etapa_conclusion_clave_ck check (clave in ('fin_difusion', 'desindexacion', 'bloqueo', 'supresion')),
  constraint etapa_conclusion_fecha_ck check ((fecha is null) = (sustento is null) and (fecha is null) = (fijada_por is null)),
  constraint etapa_conclusion_confirmada_ck check ((confirmada_en is null) = (confirmada_por is null) and (confirmada_en is null) = (confirmada_dia is null)),
  constraint etapa_conclusion_concluida_ck check (concluida_en is null or confirmada_en is not null),
  constraint etapa_conclusion_dos_personas_ck check (clave <> 'supresion' or confirmada_por is null or (propuesta_por is not null and propuesta_por <> confirmada_por)),
  constraint etapa_conclusion_pk primary key (proceso_id, clave)
);
alter table captura.etapa_conclusion owner to conoceles_dueno;
alter table captura.etapa_conclusion enable row level security;
alter table captura.etapa_conclusion force row level security;
`

/** No stage is carried out before the end of the one before, and an order stays as it was written. */
const ORDER = `
create function captura.ordenar_conclusion() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
declare anterior text := case new.clave when 'desindexacion' then 'fin_difusion' when 'bloqueo' then 'desindexacion' when 'supresion' then 'bloqueo' end;
begin
  if tg_op = 'UPDATE' and old.confirmada_en is not null and (
    (new.fecha, new.sustento, new.propuesta_por, new.confirmada_por, new.confirmada_en, new.confirmada_dia, new.base)
      is distinct from (old.fecha, old.sustento, old.propuesta_por, old.confirmada_por, old.confirmada_en, old.confirmada_dia, old.base)
    or (old.concluida_en is not null and (new.concluida_en, new.concluida_dia) is distinct from (old.concluida_en, old.concluida_dia))) then
    raise exception 'lo que se ordenó de una etapa no cambia' using errcode = '42501';
  end if;
  if new.confirmada_en is not null and anterior is not null and not exists (
    select 1 from captura.etapa_conclusion e where e.proceso_id = new.proceso_id and e.clave = anterior and e.concluida_en is not null) then
    raise exception 'falta la etapa anterior' using errcode = '42501';
  end if;
  return new;
end $$;
alter function captura.ordenar_conclusion() owner to conoceles_dueno;
create trigger etapa_conclusion_ordenar before insert or update on captura.etapa_conclusion for each row execute function captura.ordenar_conclusion();
`

const BLOCKED = `
create function captura.datos_bloqueados() returns boolean language sql stable security definer set search_path = pg_catalog as $$
  select exists (select 1 from captura.etapa_conclusion e where e.clave = 'bloqueo' and e.confirmada_en is not null)
$$;
alter function captura.datos_bloqueados() owner to conoceles_dueno;
revoke all on function captura.datos_bloqueados() from public;
grant execute on function captura.datos_bloqueados() to conoceles_acceso, conoceles_actor, conoceles_instituto, conoceles_publicador, conoceles_dueno;
`

/** How much each stage would take: figures, never a row. */
const COUNTS = `
create function captura.cuentas_conclusion() returns table (clave text, cuantas int)
language plpgsql security definer set search_path = pg_catalog as $$
begin
  perform set_config('app.lectura', 'conclusion', true);
  return query
    select 'paginas', (select count(*)::int from publico.candidatura)
    union all select 'recursos', (select count(*)::int from publico.recurso where ruta like 'candidaturas/%' and contenido is not null)
    union all select 'respuestas', (select count(*)::int from captura.seccion where coalesce(respuestas, validadas, verificadas) is not null)
    union all select 'identidad', (select count(*)::int from identidad.respuesta)
    union all select 'llaves', (select count(*)::int from identidad.llave)
    union all select 'fotografias', (select count(*)::int from captura.fotografia)
    union all select 'documentos', (select count(*)::int from identidad.formato) + (select count(*)::int from identidad.prueba_derecho)
    union all select 'archivo', (select count(*)::int from captura.recurso_retirado)
    union all select 'cargas', (select count(*)::int from identidad.archivo) + (select count(*)::int from captura.importacion_fila where celdas is not null)
    union all select 'seguimiento', (select count(*)::int from captura.observacion) + (select count(*)::int from captura.respuesta_observacion)
      + (select count(*)::int from captura.solicitud_correccion) + (select count(*)::int from captura.pausa);
  perform set_config('app.lectura', '', true);
end $$;
alter function captura.cuentas_conclusion() owner to conoceles_dueno;
revoke all on function captura.cuentas_conclusion() from public;
grant execute on function captura.cuentas_conclusion() to conoceles_instituto;
`

const GRANTS = `
grant select, insert on captura.etapa_conclusion to conoceles_instituto;
grant update (fecha, sustento, fijada_por, fijada_en, propuesta_por, propuesta_en, confirmada_por, confirmada_rol, confirmada_en, confirmada_dia,
  concluida_en, concluida_dia, base, progreso, version) on captura.etapa_conclusion to conoceles_instituto;
grant select on captura.etapa_conclusion, captura.programa to conoceles_publicador;
`

const ROL = `coalesce(current_setting('app.rol', true), '')`
const LECTURA = `coalesce(current_setting('app.lectura', true), '')`
const DECIDE = `${ROL} in ('secretaria', 'transparencia')`
const STAFF = `${ROL} in ('verificacion', 'secretaria', 'transparencia', 'comision', 'administracion', 'auditoria')`

/** Everything that the figures are counted from. */
const COUNTED = [
  'captura.seccion',
  'captura.fotografia',
  'captura.observacion',
  'captura.respuesta_observacion',
  'captura.solicitud_correccion',
  'captura.pausa',
  'captura.recurso_retirado',
  'captura.importacion_fila',
  'identidad.respuesta',
  'identidad.llave',
  'identidad.formato',
  'identidad.prueba_derecho',
  'identidad.archivo',
]

const POLICIES = `
create policy instituto on captura.etapa_conclusion for select to conoceles_instituto using (${STAFF});
create policy instituto_agrega on captura.etapa_conclusion for insert to conoceles_instituto with check (${DECIDE});
create policy instituto_cambia on captura.etapa_conclusion for update to conoceles_instituto using (${DECIDE}) with check (${DECIDE});
create policy publicador on captura.etapa_conclusion for select to conoceles_publicador using (true);
create policy publicador on captura.programa for select to conoceles_publicador using (true);
create policy dueno on captura.etapa_conclusion for select to conoceles_dueno using (true);
${COUNTED.map((table) => `create policy dueno_cuenta on ${table} for select to conoceles_dueno using (${LECTURA} = 'conclusion');\n`).join('')}
`

/** Tables with the captures of personas, and with the talk about them. */
const PRIVATE = [
  'captura.seccion',
  'captura.seccion_anterior',
  'captura.observacion',
  'captura.respuesta_observacion',
  'captura.solicitud_correccion',
  'captura.pausa',
  'captura.consentimiento',
  'captura.fotografia',
  'identidad.llave',
  'identidad.respuesta',
  'identidad.formato',
]

const OPEN = '(not (select captura.datos_bloqueados()))'
/** Roles that the law lets read: with a reason, or to answer a persona who asks for her own data. */
const BY_LAW = `${ROL} in ('transparencia', 'auditoria') and ${LECTURA} in ('bloqueo', 'acceso')`

/** Parties reach everything through the candidatura: without it nothing of theirs is left to read, and nothing can be written. */
const BLOCK = `
create policy actor_bloqueo on captura.candidatura as restrictive to conoceles_actor using ${OPEN} with check ${OPEN};
create policy actor_bloqueo on captura.imagen as restrictive to conoceles_actor using ${OPEN} with check ${OPEN};
${PRIVATE.map(
  (table) => `create policy actor_bloqueo on ${table} as restrictive to conoceles_actor using ${OPEN} with check ${OPEN};
create policy instituto_bloqueo on ${table} as restrictive for select to conoceles_instituto using (${OPEN} or (${BY_LAW}));
create policy instituto_bloqueo_agrega on ${table} as restrictive for insert to conoceles_instituto with check ${OPEN};
create policy instituto_bloqueo_cambia on ${table} as restrictive for update to conoceles_instituto using ${OPEN};
create policy publicador_bloqueo on ${table} as restrictive to conoceles_publicador using ${OPEN};
`,
).join('')}
${['captura.imagen', 'captura.importacion_fila', 'identidad.archivo']
  .map((table) => `create policy instituto_bloqueo on ${table} as restrictive to conoceles_instituto using (${OPEN} or (${BY_LAW}));\n`)
  .join('')}
create policy publicador_bloqueo on captura.imagen as restrictive to conoceles_publicador using ${OPEN};
create policy dueno_bloqueo on captura.prosa as restrictive for select to conoceles_dueno using (${OPEN} or ${LECTURA} <> '');
`

/** Identity answers are opened for nobody but the persona who asks: a reason opens only the rest. */
const CONSULTED = ['captura.seccion', 'captura.consentimiento', 'captura.fotografia', 'captura.observacion']
const CONSULT = CONSULTED.map(
  (table) => `create policy instituto_consulta on ${table} for select to conoceles_instituto
  using (${ROL} in ('transparencia', 'auditoria') and ${LECTURA} = 'bloqueo' and captura.datos_bloqueados());\n`,
).join('')
