import type { MigrationInterface, QueryRunner } from 'typeorm'

/** A renewal whose answer was lost is asked for again, by who asked first: a token says by which attempt it was spent, and for which other. */
export class Renovaciones1700000000064 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('alter table acceso.refresco add column intento text, add column sucesor text')
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table acceso.refresco drop column intento, drop column sucesor')
  }
}
