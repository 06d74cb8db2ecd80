import type { MigrationInterface, QueryRunner } from 'typeorm'

/** The account with which a member of an organ reads its sesiones: she sees who she is there, and her own vote. */
export class CuentaIntegrante1700000000191 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('alter table captura.integrante add column cuenta_id uuid')
    await runner.query(
      'alter table captura.integrante add constraint integrante_cuenta_fk foreign key (cuenta_id) references acceso.cuenta(id)',
    )
    await runner.query('grant update (cuenta_id) on captura.integrante to conoceles_instituto')
  }

  async down(): Promise<void> {
    throw new Error('the legal record is not undone: restore a backup instead')
  }
}
