import type { MigrationInterface, QueryRunner } from 'typeorm'

/** The client that lost the answer of a renewal asks again. A token keeps the attempt that spent it, and the token that replaced it. */
export class Renovaciones1700000000064 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('alter table acceso.refresco add column intento text, add column sucesor text')
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table acceso.refresco drop column intento, drop column sucesor')
  }
}
