import type { MigrationInterface, QueryRunner } from 'typeorm'

/** The feeds tell which resources a corte took: the indexes before this one begin with the path or with the first corte. */
export class Historia1700000000044 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('create index recurso_hasta_ix on publico.recurso (hasta_corte) where hasta_corte is not null')
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop index publico.recurso_hasta_ix')
  }
}
