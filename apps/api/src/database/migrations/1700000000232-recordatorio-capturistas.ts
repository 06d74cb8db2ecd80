import type { MigrationInterface, QueryRunner } from 'typeorm'

/** A reminder to an account that captures lists the candidaturas of its actor político that it is about. */
export class RecordatorioCapturistas1700000000232 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const sql of [COLUMN, INDICE, ...POLICIES]) await runner.query(sql)
  }

  async down(): Promise<void> {
    throw new Error('the legal record is not undone: restore a backup instead')
  }
}

const COLUMN = `alter table captura.recordatorio add column candidaturas uuid[],
  add constraint recordatorio_candidaturas_ck check (candidaturas is null
    or (tipo = 'captura' and rol = 'captura' and candidatura_id is null and cardinality(candidaturas) > 0))`
const INDICE = 'create index recordatorio_candidaturas_ix on captura.recordatorio (dia) where candidaturas is not null'

const MAY_ASK = `coalesce(current_setting('app.rol', true), '') in ('captura', 'validacion') and candidaturas is not null`
/** The row-level security of the candidaturas leaves those of the asking actor político alone. */
const SOME = 'exists (select 1 from captura.candidatura c where c.id = any(recordatorio.candidaturas))'
const ALL =
  'not exists (select from unnest(recordatorio.candidaturas) u(id) where not exists (select 1 from captura.candidatura c where c.id = u.id))'

const POLICIES = [
  `create policy actor_capturistas on captura.recordatorio for select to conoceles_actor using (${MAY_ASK} and ${SOME})`,
  `create policy actor_agrega_capturistas on captura.recordatorio for insert to conoceles_actor
    with check (${MAY_ASK} and ${ALL} and pedido_por = nullif(current_setting('app.cuenta', true), '')::uuid)`,
]
