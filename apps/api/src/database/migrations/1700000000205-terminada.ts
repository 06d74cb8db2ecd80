import type { MigrationInterface, QueryRunner } from 'typeorm'

/** When the persona last said that hers is finished. */
export class Terminada1700000000205 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('alter table captura.candidatura add column terminada_en timestamptz')
    await runner.query('grant update (terminada_en) on captura.candidatura to conoceles_actor')
  }

  async down(): Promise<void> {
    throw new Error('the legal record is not undone: restore a backup instead')
  }
}
