import type { MigrationInterface, QueryRunner } from 'typeorm'

/** Events that a person registers: their cause, document, author and day. Annulled they stay, with the reason. */
export class Eventos1700000000017 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const sql of [COLUMNS, GRANTS]) await runner.query(sql)
  }

  async down(): Promise<void> {
    throw new Error('the legal record is not undone: restore a backup instead')
  }
}

const COLUMNS = `
alter table captura.evento
  add column causa jsonb,
  add column documento_id uuid,
  add column folio text,
  add column registrado_en timestamptz,
  add column registrado_por uuid,
  add column anulado_en timestamptz,
  add column anulado_por uuid,
  add column anulado_motivo text,
  add constraint evento_documento_fk foreign key (documento_id) references captura.documento(id);
`

/** Its rows have the row-level security of the table: the institute reads, the secretaría writes. */
const GRANTS = `grant update (anulado_en, anulado_por, anulado_motivo) on captura.evento to conoceles_instituto;`
