import type { MigrationInterface, QueryRunner } from 'typeorm'

/** A persona asks for another invitation, and her mails carry what was observed in what she publishes. */
export class Invitar1700000000220 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const sql of [PEDIDA, INDICE, SIN_TEXTO, OBSERVADAS, OWNED, REVOKE, GRANT]) await runner.query(sql)
  }

  async down(): Promise<void> {
    throw new Error('the legal record is not undone: restore a backup instead')
  }
}

const PEDIDA = 'alter table acceso.cuenta add column invitacion_pedida_en timestamptz'
const INDICE = 'create index cuenta_invitacion_pedida_ix on acceso.cuenta (invitacion_pedida_en) where invitacion_pedida_en is not null'

const SIN_TEXTO = 'drop function captura.observadas_entre(timestamptz, timestamptz)'
/** Open observaciones for the job that writes the messages. One of identity gives neither its section nor its text. */
const OBSERVADAS = `
create function captura.observadas_entre(desde timestamptz, hasta timestamptz)
returns table (id uuid, candidatura_id uuid, creada_en timestamptz, seccion text, titulo text, texto text, vence date)
language sql stable security definer set search_path = pg_catalog as $$
  select o.id, o.candidatura_id, o.creada_en, s.seccion, s.titulo, s.texto, o.vence
  from captura.observacion o
  left join lateral (select o.seccion, o.texto, (
      select e ->> 'label' from captura.cuestionario u cross join jsonb_array_elements(u.uischema -> 'elements') e
      where u.tipo = 'curricular' and e #>> '{options,clave}' = o.seccion order by u.version desc limit 1) as titulo
    where o.cuestionario = 'curricular') s on true
  where o.cerrada_en is null and o.creada_en > desde and o.creada_en <= hasta and current_setting('app.rol', true) = 'secretaria'
$$;
`
const OWNED = 'alter function captura.observadas_entre(timestamptz, timestamptz) owner to conoceles_dueno'
const REVOKE = 'revoke execute on function captura.observadas_entre(timestamptz, timestamptz) from public'
const GRANT = 'grant execute on function captura.observadas_entre(timestamptz, timestamptz) to conoceles_instituto'
