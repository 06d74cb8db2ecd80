import type { MigrationInterface, QueryRunner } from 'typeorm'

/** A session says when it last proved a factor: acts that cannot be undone ask for a recent proof. */
export class Factor1700000000102 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('alter table acceso.familia add column factor_en timestamptz')
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table acceso.familia drop column factor_en')
  }
}
