import type { MigrationInterface, QueryRunner } from 'typeorm'

/** How the recurso of a request stands is told before a stage of the conclusion, too. */
export class Recursos1700000000182 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(ABIERTOS)
  }

  async down(): Promise<void> {
    throw new Error('the legal record is not undone: restore a backup instead')
  }
}

const SEES = `coalesce(current_setting('app.rol', true), '') in ('secretaria', 'transparencia', 'auditoria')`

const ABIERTOS = `
create or replace function captura.derechos_por_concluir() returns table (folio text, derecho text, hechos jsonb)
language sql stable security definer set search_path = pg_catalog as $$
  select s.folio, s.derecho,
    coalesce((select jsonb_agg(jsonb_strip_nulls(jsonb_build_object('acto', h -> 'acto', 'sentido', h -> 'sentido', 'efecto', h -> 'efecto',
                'recurso', h -> 'recurso')) order by n)
              from jsonb_array_elements(s.hechos) with ordinality as each (h, n)), '[]')
  from captura.solicitud_derecho s where ${SEES} order by s.recibida, s.folio
$$;
`
