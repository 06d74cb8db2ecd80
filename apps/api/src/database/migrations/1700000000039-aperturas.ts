import type { MigrationInterface, QueryRunner } from 'typeorm'

/**
 * The proposer of a bloqueo hands in the order behind it. A persona may refuse the treatment of her identity data before her captura, and
 * authorise it later. Then she is asked, also when her captura was already sent. A request of access hands out her signed forms too.
 */
export class Aperturas1700000000039 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const sql of [DOCUMENTS, ACCESS, OPEN]) await runner.query(sql)
  }

  async down(): Promise<void> {
    throw new Error('the legal record is not undone: restore a backup instead')
  }
}

const DOCUMENTS = `
create policy transparencia_agrega on captura.documento for insert to conoceles_instituto
  with check (current_setting('app.rol', true) = 'transparencia');
`

/** Her signed forms are part of the access that she asks for, once she proved her identity. */
const ACCESS = `
create policy instituto_da_acceso on identidad.formato for select to conoceles_instituto using (
  current_setting('app.rol', true) = 'transparencia' and current_setting('app.lectura', true) = 'acceso' and exists (
    select 1 from captura.solicitud_derecho s
    where s.candidatura_id = formato.candidatura_id and s.derecho = 'acceso' and s.acreditada_en is not null));
`

/** Opens only sections of the identity cuestionario that nobody saved yet, and only for a persona who says yes. */
const OPEN = `
create function captura.abrir_identidad(persona uuid, cuestionario uuid, claves text[]) returns boolean
language plpgsql security definer set search_path = pg_catalog as $$
begin
  if (select k.tratamiento from captura.consentimiento k where k.candidatura_id = persona and k.revision in ('no_requiere', 'aceptada')
      order by k.otorgado_en desc, k.id desc limit 1) is distinct from true then
    raise exception 'la persona no autoriza el tratamiento' using errcode = '42501';
  end if;
  insert into captura.seccion (id, candidatura_id, cuestionario_id, clave, estatus, version, reabierta)
    select gen_random_uuid(), persona, q.id, c, 'vacia', 0, true from captura.cuestionario q, unnest(claves) c
    where q.id = cuestionario and q.tipo = 'identidad'
      and not exists (select 1 from captura.seccion s where s.candidatura_id = persona and s.cuestionario_id = q.id and s.clave = c);
  return found;
end $$;
alter function captura.abrir_identidad(uuid, uuid, text[]) owner to conoceles_dueno;
revoke all on function captura.abrir_identidad(uuid, uuid, text[]) from public;
grant execute on function captura.abrir_identidad(uuid, uuid, text[]) to conoceles_actor, conoceles_instituto;
create policy dueno_abre on captura.seccion for insert to conoceles_dueno
  with check (exists (select 1 from captura.candidatura c where c.id = candidatura_id));
`
