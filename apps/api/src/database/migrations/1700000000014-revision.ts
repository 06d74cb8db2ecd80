import type { MigrationInterface, QueryRunner } from 'typeorm'

/**
 * Review in rounds and by two people. The author of an observación does not close it: the row says so itself (CHECK). Each account signs
 * only as itself (row-level security), and nobody may touch the columns that name the author and the text (grants).
 */
export class Revision1700000000014 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const sql of [CONTENT, CATALOGUE, OBSERVACION, TABLES, GRANTS, POLICIES, QUEUE]) await runner.query(sql)
  }

  async down(): Promise<void> {
    throw new Error('the legal record is not undone: restore a backup instead')
  }
}

/** Keeps the last validated answers beside the last verified ones: they are reviewed, and published where the pack publishes first. */
const CONTENT = `
alter table captura.seccion add column validadas jsonb, add column version_validada int, add column version_verificada int;
alter table captura.fotografia add column validada_en timestamptz;
alter table identidad.respuesta add column validada bytea;
update captura.seccion set validadas = respuestas, version_validada = version where estatus in ('validada', 'observada', 'verificada');
update captura.seccion set version_verificada = version where estatus = 'verificada' or (estatus = 'observada' and verificada_en >= guardada_en);
update captura.seccion set validadas = verificadas where validadas is null and verificadas is not null;
update captura.fotografia f set validada_en = c.validada_en from captura.candidatura c where c.id = f.candidatura_id and f.guardada_en <= c.validada_en;
update identidad.respuesta r set validada = cifrada from captura.candidatura c
  where c.id = r.candidatura_id and c.estatus_captura in ('validada', 'observada', 'verificada');
update identidad.respuesta set validada = verificada where validada is null;
`

/** Order of review that an earlier installation follows until its pack says otherwise: the one that it had. */
const CATALOGUE = `
update captura.proceso set catalogos = catalogos || '{"revision": {
  "orden": {"clave": "verificar_y_publicar", "fuente": "Orden con que ya trabajaba el sistema", "confianza": "por_confirmar"},
  "plazoObservacion": {"dias": 3, "tipoDias": "naturales", "fuente": "Supuesto", "confianza": "por_confirmar"}}}'
where not catalogos ? 'revision';
update captura.proceso set catalogos = jsonb_set(catalogos, '{supuestos}', (select coalesce(jsonb_agg(s || jsonb_build_object('publico',
  coalesce(s ->> 'publico', s ->> 'texto'))), '[]') from jsonb_array_elements(catalogos -> 'supuestos') s)) where catalogos ? 'supuestos';
`

/** The next round replaces the one before, by the same account or another; any other end needs another account. */
const OBSERVACION = `
alter table captura.observacion
  add column ronda int not null default 1,
  add column vence date,
  add column desenlace text,
  add column cerrada_por uuid,
  add column nota text,
  add column siguiente_id uuid,
  add constraint observacion_lugar_uq unique (id, candidatura_id, cuestionario, seccion);
alter table captura.observacion alter column ronda drop default;
update captura.observacion set desenlace = 'atendida' where cerrada_en is not null;
alter table captura.observacion
  add constraint observacion_desenlace_ck check ((cerrada_en is null) = (desenlace is null)
    and (desenlace is null or desenlace in ('atendida', 'retirada', 'reiterada')) and (cerrada_en is not null or cerrada_por is null)),
  add constraint observacion_siguiente_ck check ((siguiente_id is not null) = (desenlace is not distinct from 'reiterada') and siguiente_id <> id),
  add constraint observacion_dos_personas_ck check (desenlace = 'reiterada' or cerrada_por <> creada_por),
  add constraint observacion_siguiente_fk foreign key (siguiente_id, candidatura_id, cuestionario, seccion)
    references captura.observacion (id, candidatura_id, cuestionario, seccion);

create function captura.conservar_cierre() returns trigger language plpgsql as $$
begin
  raise exception 'una observación cerrada no se altera' using errcode = '42501';
end $$;
alter function captura.conservar_cierre() owner to conoceles_dueno;
create trigger observacion_conservar before update on captura.observacion for each row when (old.cerrada_en is not null)
  execute function captura.conservar_cierre();
`

const TABLES = `
create table captura.respuesta_observacion (
  id uuid not null,
  candidatura_id uuid not null,
  observacion_id uuid not null,
  texto text not null,
  creada_en timestamptz not null,
  creada_por uuid not null,
  rol text not null,
  constraint respuesta_observacion_pk primary key (id)
);
create index respuesta_observacion_ix on captura.respuesta_observacion (observacion_id);
create table captura.solicitud_correccion (
  id uuid not null,
  candidatura_id uuid not null,
  cuestionario text not null,
  seccion text not null,
  razon text not null,
  creada_en timestamptz not null,
  creada_por uuid not null,
  rol text not null,
  resuelta_en timestamptz,
  resuelta_por uuid,
  aceptada boolean,
  resolucion text,
  tras_cierre boolean not null,
  atendida_en timestamptz,
  constraint solicitud_correccion_resuelta_ck check ((resuelta_en is null) = (aceptada is null) and (atendida_en is null or aceptada)),
  constraint solicitud_correccion_pk primary key (id)
);
create index solicitud_correccion_candidatura_ix on captura.solicitud_correccion (candidatura_id);
create unique index solicitud_correccion_viva_uq on captura.solicitud_correccion (candidatura_id, cuestionario, seccion)
  where atendida_en IS NULL AND aceptada IS NOT FALSE;
create table captura.pausa (
  id uuid not null,
  candidatura_id uuid not null,
  cuestionario text not null,
  seccion text not null,
  supuesto text not null,
  motivo text not null,
  hasta date,
  creada_en timestamptz not null,
  creada_por uuid not null,
  terminada_en timestamptz,
  terminada_por uuid,
  termino text,
  constraint pausa_pk primary key (id)
);
create index pausa_candidatura_ix on captura.pausa (candidatura_id);
alter table captura.respuesta_observacion add constraint respuesta_observacion_candidatura_fk foreign key (candidatura_id)
  references captura.candidatura(id) on DELETE CASCADE;
alter table captura.respuesta_observacion add constraint respuesta_observacion_observacion_fk foreign key (observacion_id)
  references captura.observacion(id) on DELETE CASCADE;
alter table captura.solicitud_correccion add constraint solicitud_correccion_candidatura_fk foreign key (candidatura_id)
  references captura.candidatura(id) on DELETE CASCADE;
alter table captura.pausa add constraint pausa_candidatura_fk foreign key (candidatura_id) references captura.candidatura(id) on DELETE CASCADE;
alter table captura.respuesta_observacion owner to conoceles_dueno;
alter table captura.solicitud_correccion owner to conoceles_dueno;
alter table captura.pausa owner to conoceles_dueno;
`

const GRANTS = `
revoke update on captura.observacion from conoceles_actor, conoceles_instituto;
revoke update (cerrada_en) on captura.observacion from conoceles_actor;
grant update (cerrada_en, cerrada_por, desenlace, nota, siguiente_id) on captura.observacion to conoceles_instituto;
grant select on captura.respuesta_observacion, captura.solicitud_correccion, captura.pausa to conoceles_actor, conoceles_instituto, conoceles_publicador;
grant insert on captura.respuesta_observacion to conoceles_actor;
grant insert (id, candidatura_id, cuestionario, seccion, razon, creada_en, creada_por, rol, tras_cierre) on captura.solicitud_correccion to conoceles_actor;
grant update (atendida_en) on captura.solicitud_correccion to conoceles_actor;
grant update (resuelta_en, resuelta_por, aceptada, resolucion, tras_cierre) on captura.solicitud_correccion to conoceles_instituto;
grant insert, update (terminada_en, terminada_por, termino) on captura.pausa to conoceles_instituto;
`

const OF_CANDIDATURA = `exists (select 1 from captura.candidatura c where c.id = candidatura_id)`
const REVIEWER = `current_setting('app.rol', true) = 'verificacion' and ${OF_CANDIDATURA}`
/** The drafts of a first captura are the actor político's own; during a later one the reviewer sees the validated answers. */
const REVIEWER_OF_VALIDATED = `current_setting('app.rol', true) = 'verificacion'
  and exists (select 1 from captura.candidatura c where c.id = candidatura_id and c.validada_en is not null)`
const REVIEWER_OF_SENT = `current_setting('app.rol', true) = 'verificacion' and exists (select 1 from captura.candidatura c
  where c.id = candidatura_id and c.estatus_captura in ('validada', 'observada', 'en_correccion', 'verificada'))`
const signedBy = (column: string) => `${column} = nullif(current_setting('app.cuenta', true), '')::uuid`

const NEW_TABLES = ['captura.respuesta_observacion', 'captura.solicitud_correccion', 'captura.pausa']

const POLICIES = `
${NEW_TABLES.map(
  (table) => `alter table ${table} enable row level security;
alter table ${table} force row level security;
create policy actor on ${table} for select to conoceles_actor using (${OF_CANDIDATURA});
create policy instituto on ${table} for select to conoceles_instituto using (${REVIEWER});
create policy publicador on ${table} for select to conoceles_publicador using (true);
`,
).join('')}
create policy actor_agrega on captura.respuesta_observacion for insert to conoceles_actor with check (${OF_CANDIDATURA} and ${signedBy('creada_por')}
  and exists (select 1 from captura.observacion o where o.id = observacion_id and o.candidatura_id = respuesta_observacion.candidatura_id));
create policy actor_agrega on captura.solicitud_correccion for insert to conoceles_actor with check (${OF_CANDIDATURA} and ${signedBy('creada_por')});
create policy actor_atiende on captura.solicitud_correccion for update to conoceles_actor using (${OF_CANDIDATURA} and aceptada) with check (${OF_CANDIDATURA});
create policy instituto_resuelve on captura.solicitud_correccion for update to conoceles_instituto using (${REVIEWER} and resuelta_en is null)
  with check (${REVIEWER} and ${signedBy('resuelta_por')});
create policy instituto_agrega on captura.pausa for insert to conoceles_instituto with check (${REVIEWER} and ${signedBy('creada_por')});
create policy instituto_termina on captura.pausa for update to conoceles_instituto using (${REVIEWER})
  with check (${REVIEWER} and ${signedBy('terminada_por')});

drop policy actor on captura.observacion;
drop policy instituto on captura.observacion;
create policy actor on captura.observacion for select to conoceles_actor using (${OF_CANDIDATURA});
create policy instituto on captura.observacion for select to conoceles_instituto using (${REVIEWER});
create policy instituto_agrega on captura.observacion for insert to conoceles_instituto with check (${REVIEWER} and ${signedBy('creada_por')});
create policy instituto_cierra on captura.observacion for update to conoceles_instituto using (${REVIEWER})
  with check (${REVIEWER} and ${signedBy('cerrada_por')});
alter policy instituto on captura.seccion using (${REVIEWER_OF_VALIDATED}) with check (${REVIEWER_OF_VALIDATED});
${['captura.fotografia', 'captura.consentimiento', 'identidad.llave', 'identidad.respuesta', 'identidad.formato']
  .map((table) => `alter policy instituto on ${table} using (${REVIEWER_OF_SENT}) with check (${REVIEWER_OF_SENT});\n`)
  .join('')}
`

/** Rows to look at on a day of the law, because something ends by itself. */
const QUEUE = `
alter table captura.publicacion_pendiente add column no_antes date;
`
