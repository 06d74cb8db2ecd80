import type { MigrationInterface, QueryRunner } from 'typeorm'

/** An auditor reads of a refusal the vote of the Comité, or why there is none; never its ground or its reasons. */
export class NegativasAuditadas1700000000196 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(DERECHOS)
  }

  async down(): Promise<void> {
    throw new Error('the legal record is not undone: restore a backup instead')
  }
}

const AUDITS = `coalesce(current_setting('app.rol', true), '') = 'auditoria'`

const DERECHOS = `
create or replace function captura.derechos_auditados()
returns table (id uuid, candidatura_id uuid, folio text, derecho text, recibida date, acreditada boolean, reunida boolean, hechos jsonb)
language sql stable security definer set search_path = pg_catalog as $$
  select s.id, s.candidatura_id, s.folio, s.derecho, s.recibida, s.acreditada_en is not null, s.reunida_en is not null,
    coalesce((select jsonb_agg((h - 'texto' - 'por') #- '{negativa,causa}' #- '{negativa,razones}'
                #- '{notificacion,direccion}' #- '{notificacion,comprobante}'
                order by n)
              from jsonb_array_elements(s.hechos) with ordinality as each (h, n)), '[]')
  from captura.solicitud_derecho s where ${AUDITS} order by s.recibida, s.id
$$;
`
