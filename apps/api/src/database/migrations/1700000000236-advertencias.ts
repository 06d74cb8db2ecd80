import type { MigrationInterface, QueryRunner } from 'typeorm'

/** The evidence of a moment keeps what its chain of work lacked when it was recorded. */
export class Advertencias1700000000236 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('alter table captura.cumplimiento add column advertencias jsonb')
  }

  async down(): Promise<void> {
    throw new Error('the legal record is not undone: restore a backup instead')
  }
}
