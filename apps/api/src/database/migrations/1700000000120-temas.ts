import type { MigrationInterface, QueryRunner } from 'typeorm'

/** Topics that each candidatura chose for her proposals, to filter the public list by. Versions of the cuestionario that ask for none leave them empty. */
export class Temas1700000000120 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`alter table publico.candidatura add column temas text[] not null default '{}'`)
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table publico.candidatura drop column temas')
  }
}
