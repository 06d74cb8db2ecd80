import type { MigrationInterface, QueryRunner } from 'typeorm'

/** Registered emblems, as pictures of one size, and where each is from. */
export class Emblemas1700000000124 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('alter table captura.actor_politico add column emblema bytea, add column emblema_origen jsonb')
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table captura.actor_politico drop column emblema, drop column emblema_origen')
  }
}
