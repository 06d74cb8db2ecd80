import type { MigrationInterface, QueryRunner } from 'typeorm'

/**
 * The identity document that was shown, by its kind; a prevention that was notified is attended too; and an auditor reads of a request
 * neither its new texts nor an address.
 */
export class Notificaciones1700000000194 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const sql of [EXHIBIDO, GRANT, DERECHOS, DESAHOGAR]) await runner.query(sql)
  }

  async down(): Promise<void> {
    throw new Error('the legal record is not undone: restore a backup instead')
  }
}

const EXHIBIDO = 'alter table identidad.prueba_derecho add column exhibido text'
const GRANT = 'grant update (exhibido) on identidad.prueba_derecho to conoceles_actor, conoceles_instituto'

const AUDITS = `coalesce(current_setting('app.rol', true), '') = 'auditoria'`

const DERECHOS = `
create or replace function captura.derechos_auditados()
returns table (id uuid, candidatura_id uuid, folio text, derecho text, recibida date, acreditada boolean, reunida boolean, hechos jsonb)
language sql stable security definer set search_path = pg_catalog as $$
  select s.id, s.candidatura_id, s.folio, s.derecho, s.recibida, s.acreditada_en is not null, s.reunida_en is not null,
    coalesce((select jsonb_agg((h - 'texto' - 'por' - 'negativa') #- '{notificacion,direccion}' #- '{notificacion,comprobante}' order by n)
              from jsonb_array_elements(s.hechos) with ordinality as each (h, n)), '[]')
  from captura.solicitud_derecho s where ${AUDITS} order by s.recibida, s.id
$$;
`

const DESAHOGAR = `
create or replace function captura.desahogar_derecho(solicitud uuid, leida int, dia date, dicho text, acuse text) returns boolean
language plpgsql security definer set search_path = pg_catalog as $$
begin
  if coalesce(current_setting('app.rol', true), '') <> 'candidata' then
    raise exception 'no desahoga' using errcode = '42501';
  end if;
  update captura.solicitud_derecho s set version = version + 1, hechos = hechos || jsonb_build_array(jsonb_build_object(
      'acto', 'desahogar', 'fecha', dia, 'texto', dicho, 'sentido', null, 'folio', acuse))
    where s.id = solicitud and s.version = leida and 'prevenir' = (
      select h ->> 'acto' from jsonb_array_elements(s.hechos) with ordinality as each (h, n)
      where h ->> 'acto' <> 'notificar' order by n desc limit 1);
  return found;
end $$;
`
