import type { MigrationInterface, QueryRunner } from 'typeorm'

/**
 * Free texts of identity questions, coded by two people apart. That a persona wrote such a text tells her answer: no row in the clear names
 * her. Neither coder sees a code of the other before both finished. After the count only the told figures stay.
 */
export class Codificaciones1700000000055 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const sql of [TABLES, GUARD, GRANTS, POLICIES, READING, OF_PERSONA, REST]) await runner.query(sql)
  }

  async down(): Promise<void> {
    throw new Error('the legal record is not undone: restore a backup instead')
  }
}

const TABLES = `
create table captura.codificacion (
  id uuid not null,
  proceso_id uuid not null,
  pregunta text not null,
  estatus text not null,
  intento int not null,
  version int not null,
  categorias jsonb not null,
  guardada_en timestamptz not null,
  guardada_por uuid not null,
  sin_textos_en timestamptz,
  abierta_en timestamptz,
  cerrada_en timestamptz,
  resultado jsonb,
  constraint codificacion_pregunta_uq unique (proceso_id, pregunta),
  constraint codificacion_estatus_ck check (estatus in ('borrador', 'reuniendo', 'abierta', 'contando', 'cerrada')),
  constraint codificacion_cerrada_ck check ((estatus = 'cerrada') = (resultado is not null) and (estatus = 'cerrada') = (cerrada_en is not null)),
  constraint codificacion_pk primary key (id)
);
create table captura.codificacion_plaza (
  codificacion_id uuid not null,
  numero int not null,
  cuenta_id uuid not null,
  tomada_en timestamptz not null,
  terminada_en timestamptz,
  constraint codificacion_plaza_numero_ck check (numero in (1, 2)),
  constraint codificacion_plaza_cuenta_uq unique (codificacion_id, cuenta_id),
  constraint codificacion_plaza_pk primary key (codificacion_id, numero)
);
create table identidad.codificacion_texto (
  id uuid not null,
  codificacion_id uuid not null,
  kid text not null,
  enlace bytea not null,
  constraint codificacion_texto_pk primary key (id)
);
create index codificacion_texto_codificacion_ix on identidad.codificacion_texto (codificacion_id);
create table identidad.codificacion_codigo (
  texto_id uuid not null,
  cuenta_id uuid not null,
  codificacion_id uuid not null,
  codigo text not null,
  en timestamptz not null,
  constraint codificacion_codigo_pk primary key (texto_id, cuenta_id)
);
create table identidad.codificacion_voto (
  texto_id uuid not null,
  cuenta_id uuid not null,
  codificacion_id uuid not null,
  codigo text not null,
  razon text not null,
  en timestamptz not null,
  constraint codificacion_voto_pk primary key (texto_id, cuenta_id)
);
alter table captura.codificacion_plaza add constraint codificacion_plaza_codificacion_fk foreign key (codificacion_id) references captura.codificacion (id);
alter table identidad.codificacion_texto add constraint codificacion_texto_codificacion_fk foreign key (codificacion_id) references captura.codificacion (id);
alter table identidad.codificacion_codigo add constraint codificacion_codigo_texto_fk foreign key (texto_id) references identidad.codificacion_texto (id) on delete cascade;
alter table identidad.codificacion_voto add constraint codificacion_voto_texto_fk foreign key (texto_id) references identidad.codificacion_texto (id) on delete cascade;
`

/** Counts stay as they were counted, and the codebook as it was when the coding began. */
const GUARD = `
create function captura.guardar_codificacion() returns trigger language plpgsql set search_path = pg_catalog as $$
begin
  if old.estatus = 'cerrada' then
    raise exception 'lo que se contó no se altera' using errcode = '42501';
  end if;
  if old.estatus <> 'borrador' and new.categorias is distinct from old.categorias then
    raise exception 'el libro de códigos ya no cambia' using errcode = '42501';
  end if;
  return new;
end $$;
alter function captura.guardar_codificacion() owner to conoceles_dueno;
create trigger codificacion_guardar before update on captura.codificacion for each row execute function captura.guardar_codificacion();
`

const NEW_TABLES = [
  'captura.codificacion',
  'captura.codificacion_plaza',
  'identidad.codificacion_texto',
  'identidad.codificacion_codigo',
  'identidad.codificacion_voto',
]

const GRANTS = `
${NEW_TABLES.map(
  (table) => `alter table ${table} owner to conoceles_dueno;
alter table ${table} enable row level security;
alter table ${table} force row level security;
grant select on ${table} to conoceles_instituto, conoceles_publicador;
create policy publicador on ${table} to conoceles_publicador using (true) with check (true);
`,
).join('')}
grant insert, update on captura.codificacion, identidad.codificacion_codigo, identidad.codificacion_voto to conoceles_instituto;
grant insert on captura.codificacion_plaza to conoceles_instituto;
grant update (terminada_en) on captura.codificacion_plaza to conoceles_instituto, conoceles_publicador;
grant delete on captura.codificacion_plaza, identidad.codificacion_texto, identidad.codificacion_codigo to conoceles_instituto;
grant insert, delete on identidad.codificacion_texto to conoceles_publicador;
grant update (estatus, intento, sin_textos_en, abierta_en, cerrada_en, resultado) on captura.codificacion to conoceles_publicador;
`

const ROL = `coalesce(current_setting('app.rol', true), '')`
const CUENTA = `nullif(current_setting('app.cuenta', true), '')::uuid`
const CODER = `${ROL} = 'verificacion'`
const SECRETARIA = `${ROL} = 'secretaria'`
const STAFF = `${ROL} in ('verificacion', 'secretaria', 'comision', 'auditoria')`
const OPEN = `exists (select 1 from captura.codificacion c where c.id = codificacion_id and c.estatus = 'abierta')`
/** Both finished: from here on they settle where they differ. */
const BOTH = `(select count(*) from captura.codificacion_plaza p where p.codificacion_id = %.codificacion_id and p.terminada_en is not null) = 2`
const bothOf = (table: string) => BOTH.replace('%', table)
const WRITING = `exists (select 1 from captura.codificacion_plaza p
  where p.codificacion_id = codificacion_codigo.codificacion_id and p.cuenta_id = ${CUENTA} and p.terminada_en is null)`
const CODES = `${CODER} and cuenta_id = ${CUENTA} and ${OPEN} and ${WRITING}`
const SETTLES = `${CODER} and cuenta_id = ${CUENTA} and ${OPEN} and ${bothOf('codificacion_voto')}`

const POLICIES = `
create policy instituto on captura.codificacion for select to conoceles_instituto using (${STAFF});
create policy instituto_agrega on captura.codificacion for insert to conoceles_instituto with check (${SECRETARIA});
create policy instituto_cambia on captura.codificacion for update to conoceles_instituto using (${SECRETARIA}) with check (${SECRETARIA});
create policy instituto on captura.codificacion_plaza for select to conoceles_instituto using (${STAFF});
create policy instituto_toma on captura.codificacion_plaza for insert to conoceles_instituto
  with check (${CODER} and cuenta_id = ${CUENTA} and terminada_en is null and ${OPEN});
create policy instituto_termina on captura.codificacion_plaza for update to conoceles_instituto
  using (${CODER} and cuenta_id = ${CUENTA} and terminada_en is null and ${OPEN}) with check (${CODER} and cuenta_id = ${CUENTA});
create policy instituto_reinicia on captura.codificacion_plaza for delete to conoceles_instituto using (${SECRETARIA});
create policy instituto on identidad.codificacion_texto for select to conoceles_instituto using (${CODER} and ${OPEN} or ${SECRETARIA});
create policy instituto_reinicia on identidad.codificacion_texto for delete to conoceles_instituto using (${SECRETARIA});
create policy instituto on identidad.codificacion_codigo for select to conoceles_instituto
  using (${CODER} and (cuenta_id = ${CUENTA} or ${bothOf('codificacion_codigo')}));
create policy instituto_codifica on identidad.codificacion_codigo for insert to conoceles_instituto with check (${CODES});
create policy instituto_cambia on identidad.codificacion_codigo for update to conoceles_instituto using (${CODES}) with check (${CODES});
create policy instituto_deshace on identidad.codificacion_codigo for delete to conoceles_instituto using (${CODES});
create policy instituto on identidad.codificacion_voto for select to conoceles_instituto using (${CODER} and ${bothOf('codificacion_voto')});
create policy instituto_resuelve on identidad.codificacion_voto for insert to conoceles_instituto with check (${SETTLES});
create policy instituto_cambia on identidad.codificacion_voto for update to conoceles_instituto using (${SETTLES}) with check (${SETTLES});
create policy dueno_rota on identidad.codificacion_texto to conoceles_dueno
  using (current_setting('app.lectura', true) = 'rotacion') with check (current_setting('app.lectura', true) = 'rotacion');
create policy dueno_suprime_todo on identidad.codificacion_texto to conoceles_dueno
  using (current_setting('app.lectura', true) = 'supresion') with check (current_setting('app.lectura', true) = 'supresion');
`

/** Coders reach the data keys only in a transaction that says so, while a coding is open. */
const CODING = `${CODER} and current_setting('app.lectura', true) = 'codificacion'
  and exists (select 1 from captura.codificacion c where c.estatus = 'abierta')`
const READING = ['identidad.llave', 'identidad.respuesta']
  .map((table) => `create policy instituto_codifica on ${table} for select to conoceles_instituto using (${CODING});\n`)
  .join('')

/**
 * Readers of a persona's identity answers, with those who coded texts. Coders are told to everybody alike: to name the authors of the texts
 * would tell their answers.
 */
const OF_PERSONA = `
create or replace function bitacora.lecturas_de(candidatura uuid, zona text)
returns table (acto text, dia date, nombre text, rol text, actor_politico_id uuid, motivo text, explicacion text, primera timestamptz,
  ultima timestamptz, veces int)
language sql stable security definer set search_path = pg_catalog as $$
  with entrada as (
    select a.n, a.acto, a.contenido::jsonb as c from bitacora.acto a
    where a.objeto_id = candidatura::text and a.acto in ('identidad.leida', 'consentimiento.formato_leido', 'derechos.acceso_leido')
    union all
    select a.n, a.acto, a.contenido::jsonb from bitacora.acto a
    where a.acto in ('identidad.exportada', 'identidad.codificada')
      and a.n > (select min(f.n) from bitacora.acto f where f.objeto_id = candidatura::text)
  )
  select e.acto, ((e.c ->> 'en')::timestamptz at time zone zona)::date, k.nombre, e.c ->> 'rol', (e.c ->> 'actor')::uuid,
    e.c #>> '{detalle,motivo}', e.c #>> '{detalle,explicacion}', min((e.c ->> 'en')::timestamptz), max((e.c ->> 'en')::timestamptz),
    count(*)::int
  from entrada e left join acceso.cuenta k on k.id = (e.c ->> 'cuenta')::uuid
  where current_setting('app.rol', true) = 'transparencia'
    or (current_setting('app.rol', true) = 'candidata' and candidatura = nullif(current_setting('app.candidatura', true), '')::uuid)
  group by 1, 2, e.c ->> 'cuenta', 3, 4, 5, 6, 7
  order by max(e.n) desc
$$;
`

/** The end of the proceso takes the texts in coding too: only the key ring tells whose they are. */
const ADD = (kind: string) => `get diagnostics n = row_count;
  cuentas := jsonb_set(cuentas, '{${kind}}', to_jsonb(coalesce((cuentas ->> '${kind}')::int, 0) + n));`

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
  if not cuentas ? 'archivo' then
    cuentas := jsonb_set(cuentas, '{archivo}', to_jsonb((select count(*)::int from captura.recurso_retirado)));
  end if;
  update captura.etapa_conclusion set progreso = jsonb_set(etapa.progreso, '{destruidas}', cuentas)
    where proceso_id = etapa.proceso_id and clave = 'supresion';
  perform set_config('app.lectura', '', true);
end $$;
`
