import type { MigrationInterface, QueryRunner } from 'typeorm'

/**
 * Her mails tell a persona more: which texts to have at hand (the cuestionarios of her candidatura, and no answer), that she is a suplente, and
 * the folio of her notice that she ended.
 */
export class TextosPedidos1700000000227 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const sql of [CUESTIONARIOS, OWNED, REVOKE, GRANT, PRESENTAR, FOLIO, FOLIO_GRANT]) await runner.query(sql)
  }

  async down(): Promise<void> {
    throw new Error('the legal record is not undone: restore a backup instead')
  }
}

const CUESTIONARIOS = `
create function captura.cuestionarios_de(candidatura uuid, dia date)
returns table (tipo text, version int, titulo text, schema jsonb, uischema jsonb)
language sql stable security definer set search_path = pg_catalog set app.lectura = 'lugares' as $$
  select distinct on (u.tipo) u.tipo, u.version, u.titulo, u.schema, u.uischema
  from captura.candidatura c
  join captura.cargo g on g.id = c.cargo_id
  join captura.cuestionario u on u.proceso_id = c.proceso_id and u.vigente_desde <= dia and (u.cargos is null or g.clave = any(u.cargos))
  where c.id = candidatura
  order by u.tipo, u.version desc
$$;
`
const OWNED = 'alter function captura.cuestionarios_de(uuid, date) owner to conoceles_dueno'
const REVOKE = 'revoke execute on function captura.cuestionarios_de(uuid, date) from public'
const GRANT = 'grant execute on function captura.cuestionarios_de(uuid, date) to conoceles_acceso'
const PRESENTAR = `
create or replace function captura.presentar_candidatura(candidatura uuid)
returns table (cargo text, lugar text, actor text, vence date, telefono text, whatsapp text)
language sql stable security definer set search_path = pg_catalog set app.lectura = 'lugares' as $$
  select g.singular || case c.calidad when 'suplente' then ' (suplente)' else '' end, d.nombre, a.nombre, c.captura_vence,
    p.catalogos #>> '{instituto,telefono}', p.catalogos #>> '{instituto,whatsapp}'
  from captura.candidatura c
  join captura.cargo g on g.id = c.cargo_id
  join captura.demarcacion d on d.id = c.demarcacion_id
  join captura.actor_politico a on a.id = c.actor_id
  join captura.proceso p on p.id = c.proceso_id
  where c.id = candidatura
$$;
`
const FOLIO = 'alter table captura.candidatura add column terminada_folio text'
const FOLIO_GRANT = 'grant update (terminada_folio) on captura.candidatura to conoceles_actor'
