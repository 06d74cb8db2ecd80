import type { MigrationInterface, QueryRunner } from 'typeorm'

/** Messages about the facts of a candidatura name her and what she wrote: they go at the end of the proceso, as the reminders do. */
export class Novedades1700000000207 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const sql of [OBSERVADAS, OWNED, REVOKE, GRANT, SUPRIMIR]) await runner.query(sql)
  }

  async down(): Promise<void> {
    throw new Error('the legal record is not undone: restore a backup instead')
  }
}

/** Open observaciones as the job that writes the messages may know them: their place and their day, and not their text. */
const OBSERVADAS = `
create function captura.observadas_entre(desde timestamptz, hasta timestamptz)
returns table (id uuid, candidatura_id uuid, creada_en timestamptz, seccion text, vence date)
language sql stable security definer set search_path = pg_catalog as $$
  select o.id, o.candidatura_id, o.creada_en, case when o.cuestionario = 'curricular' then o.seccion end, o.vence
  from captura.observacion o
  where o.cerrada_en is null and o.creada_en > desde and o.creada_en <= hasta and current_setting('app.rol', true) = 'secretaria'
$$;
`
const OWNED = 'alter function captura.observadas_entre(timestamptz, timestamptz) owner to conoceles_dueno'
const REVOKE = 'revoke execute on function captura.observadas_entre(timestamptz, timestamptz) from public'
const GRANT = 'grant execute on function captura.observadas_entre(timestamptz, timestamptz) to conoceles_instituto'

const SUPRIMIR = `
do $do$
begin
  execute replace(pg_get_functiondef('captura.suprimir_resto()'::regprocedure),
    'recordatorio where tipo = ''captura''', 'recordatorio where tipo in (''captura'', ''novedad'')');
end $do$
`
