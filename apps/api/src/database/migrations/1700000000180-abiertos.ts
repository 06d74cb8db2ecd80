import type { MigrationInterface, QueryRunner } from 'typeorm'

/** Requests about data that are told before a stage of the conclusion: their folio and how they went, without what anybody wrote. */
export class Abiertos1700000000180 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const sql of [POLICY, ABIERTOS]) await runner.query(sql)
  }

  async down(): Promise<void> {
    throw new Error('the legal record is not undone: restore a backup instead')
  }
}

/** Those who decide the stages, and who audits them. */
const SEES = `coalesce(current_setting('app.rol', true), '') in ('secretaria', 'transparencia', 'auditoria')`

const POLICY = `create policy dueno_concluye on captura.solicitud_derecho for select to conoceles_dueno using (${SEES})`

const ABIERTOS = `
create function captura.derechos_por_concluir() returns table (folio text, derecho text, hechos jsonb)
language sql stable security definer set search_path = pg_catalog as $$
  select s.folio, s.derecho,
    coalesce((select jsonb_agg(jsonb_build_object('acto', h -> 'acto', 'sentido', h -> 'sentido', 'efecto', h -> 'efecto') order by n)
              from jsonb_array_elements(s.hechos) with ordinality as each (h, n)), '[]')
  from captura.solicitud_derecho s where ${SEES} order by s.recibida, s.folio
$$;
alter function captura.derechos_por_concluir() owner to conoceles_dueno;
revoke all on function captura.derechos_por_concluir() from public;
grant execute on function captura.derechos_por_concluir() to conoceles_instituto;
`
