import type { MigrationInterface, QueryRunner } from 'typeorm'

/**
 * Rows with which an auditor answers by herself: public versions with their days, and the course of each ARCO request, without any text of
 * it.
 */
export class Preguntas1700000000165 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const sql of [VERSIONES, POLICY, DERECHOS]) await runner.query(sql)
  }

  async down(): Promise<void> {
    throw new Error('the legal record is not undone: restore a backup instead')
  }
}

/** Addresses, hashes and cortes; never the bytes. A version that was withdrawn has no `huella`. */
const VERSIONES = 'grant select (id, ruta, sha256, huella, desde_corte, hasta_corte) on publico.recurso to conoceles_instituto'

const AUDITS = `coalesce(current_setting('app.rol', true), '') = 'auditoria'`

const POLICY = `create policy dueno_audita on captura.solicitud_derecho for select to conoceles_dueno using (${AUDITS})`

const DERECHOS = `
create function captura.derechos_auditados()
returns table (id uuid, candidatura_id uuid, folio text, derecho text, recibida date, acreditada boolean, reunida boolean, hechos jsonb)
language sql stable security definer set search_path = pg_catalog as $$
  select s.id, s.candidatura_id, s.folio, s.derecho, s.recibida, s.acreditada_en is not null, s.reunida_en is not null,
    coalesce((select jsonb_agg(h - 'texto' - 'por' order by n) from jsonb_array_elements(s.hechos) with ordinality as each (h, n)), '[]')
  from captura.solicitud_derecho s where ${AUDITS} order by s.recibida, s.id
$$;
alter function captura.derechos_auditados() owner to conoceles_dueno;
revoke all on function captura.derechos_auditados() from public;
grant execute on function captura.derechos_auditados() to conoceles_instituto;
`
