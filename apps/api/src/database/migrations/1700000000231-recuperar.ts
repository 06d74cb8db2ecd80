import type { MigrationInterface, QueryRunner } from 'typeorm'

/**
 * Whether a reviewer opened what was sent: its actor político takes it back only before. Who opened it, and when, stays with the institute. And the
 * acuse of an act on a candidatura, to those who may see her: parties read no bitácora.
 */
export class Recuperar1700000000231 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const sql of [POLICY, EMPEZADA, OWNED, REVOKE, GRANT, ACUSE, ACUSE_OWNED, ACUSE_REVOKE, ACUSE_GRANT]) await runner.query(sql)
  }

  async down(): Promise<void> {
    throw new Error('the legal record is not undone: restore a backup instead')
  }
}

const POLICY = `create policy dueno_empezada on captura.apertura for select to conoceles_dueno
  using (current_setting('app.lectura', true) = 'aperturas')`
const EMPEZADA = `
create function captura.revision_empezada(candidatura uuid) returns boolean
language sql stable security definer set search_path = pg_catalog set app.lectura = 'aperturas' as $$
  select exists (select from captura.candidatura c join captura.apertura a on a.candidatura_id = c.id and a.abierta_en >= c.validada_en
    where c.id = candidatura)
$$`
const OWNED = 'alter function captura.revision_empezada(uuid) owner to conoceles_dueno'
const REVOKE = 'revoke execute on function captura.revision_empezada(uuid) from public'
const GRANT = 'grant execute on function captura.revision_empezada(uuid) to conoceles_actor, conoceles_instituto'
const ACUSE = `
create function captura.acuse_de(candidatura uuid, pedido text)
returns table (folio text, acto text, sha256 text, recibido_en timestamptz, firma text)
language sql stable security definer set search_path = pg_catalog as $$
  select q.folio, q.acto, q.sha256, q.recibido_en, q.firma
  from captura.candidatura c join publico.acuse q on q.folio = pedido
  where c.id = candidatura and exists (select from bitacora.acto a
    where a.objeto_id = c.id::text and a.acto = q.acto and a.contenido::jsonb #>> '{detalle,folio}' = pedido)
$$`
const ACUSE_OWNED = 'alter function captura.acuse_de(uuid, text) owner to conoceles_dueno'
const ACUSE_REVOKE = 'revoke execute on function captura.acuse_de(uuid, text) from public'
const ACUSE_GRANT = 'grant execute on function captura.acuse_de(uuid, text) to conoceles_actor, conoceles_instituto'
