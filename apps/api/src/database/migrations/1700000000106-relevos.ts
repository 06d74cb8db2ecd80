import type { MigrationInterface, QueryRunner } from 'typeorm'

/** A signing key names the one that it replaces, which signs the change: from outside nobody takes another key for ours. */
export class Relevos1700000000106 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(TABLE)
  }

  async down(): Promise<void> {
    throw new Error('the legal record is not undone: restore a backup instead')
  }
}

/** `relevo` is the canonical text that the key `anterior` signed; null where no key came before. */
const TABLE = `
alter table publico.llave
  add column desde timestamptz,
  add column hasta timestamptz,
  add column anterior text references publico.llave (id),
  add column relevo text,
  add column relevo_firma text,
  add constraint llave_relevo_ck check ((anterior is null) = (relevo is null) and (relevo is null) = (relevo_firma is null)),
  add constraint llave_anterior_uq unique (anterior);
`
