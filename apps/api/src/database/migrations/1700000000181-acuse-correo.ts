import type { MigrationInterface, QueryRunner } from 'typeorm'

/** The acuse of a request goes by mail to the address that came with it, through the outbox of the reminders. The outbox never holds the address. */
export class AcuseCorreo1700000000181 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const sql of [COLUMNS, PENDING, POLICIES]) await runner.query(sql)
  }

  async down(): Promise<void> {
    throw new Error('the legal record is not undone: restore a backup instead')
  }
}

/** Requests from before have no address here: nobody is written to about what was received long ago. */
const COLUMNS = `
alter table captura.solicitud_derecho add column correo text;
alter table captura.recordatorio add column solicitud_id uuid;
alter table captura.recordatorio add constraint recordatorio_solicitud_fk foreign key (solicitud_id) references captura.solicitud_derecho (id) on delete cascade;
create index recordatorio_solicitud_ix on captura.recordatorio (solicitud_id);
`

/** For the job alone, which has the reach of the Secretaría: what the message says and where it goes; \`una\` null: those that nobody wrote yet. */
const PENDING = `
create function captura.acuses_por_enviar(una uuid) returns table (id uuid, folio text, derecho text, recibida text, correo text, cuenta uuid)
language sql stable security definer set search_path = pg_catalog as $$
  select s.id, s.folio, s.derecho, s.recibida::text, s.correo, s.creada_por
  from captura.solicitud_derecho s
  where s.correo is not null and coalesce(current_setting('app.rol', true), '') = 'secretaria'
    and (s.id = una or (una is null and not exists (select 1 from captura.recordatorio r where r.solicitud_id = s.id)))
  order by s.creada_en, s.id
$$;
alter function captura.acuses_por_enviar(uuid) owner to conoceles_dueno;
revoke all on function captura.acuses_por_enviar(uuid) from public;
grant execute on function captura.acuses_por_enviar(uuid) to conoceles_instituto;
`

const ROL = `coalesce(current_setting('app.rol', true), '')`
const POLICIES = `
create policy dueno_avisa on captura.recordatorio for select to conoceles_dueno using (tipo = 'acuse' and ${ROL} = 'secretaria');
create policy instituto_avisa on captura.recordatorio for select to conoceles_instituto using (tipo = 'acuse' and ${ROL} = 'transparencia');
create policy actor_avisada on captura.recordatorio for select to conoceles_actor
  using (tipo = 'acuse' and exists (select 1 from captura.solicitud_derecho s where s.id = solicitud_id));
`
