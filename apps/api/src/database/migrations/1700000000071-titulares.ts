import type { MigrationInterface, QueryRunner } from 'typeorm'

/** An address belongs to one active or invited account: a deactivated one keeps its own beside that of the next holder. */
export class Titulares1700000000071 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('alter table acceso.cuenta drop constraint cuenta_correo_uq')
    await runner.query(`create unique index cuenta_correo_uq on acceso.cuenta (correo) where estatus <> 'desactivada'`)
  }

  async down(): Promise<void> {
    throw new Error('accounts are not given to others again: restore a backup instead')
  }
}
