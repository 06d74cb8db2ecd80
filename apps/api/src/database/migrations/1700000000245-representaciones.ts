import type { MigrationInterface, QueryRunner } from 'typeorm'

/** A sesión tells which representaciones of the parties came, and who for each. Those of before have nothing to tell. */
export class Representaciones1700000000245 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('alter table captura.celebracion add column representaciones jsonb')
  }

  async down(): Promise<void> {
    throw new Error('the legal record is not undone: restore a backup instead')
  }
}
