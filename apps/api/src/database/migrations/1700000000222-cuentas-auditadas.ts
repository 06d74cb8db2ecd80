import type { MigrationInterface, QueryRunner } from 'typeorm'

/** The auditoría may ask when identity answers were counted: days and numbers of cortes, and nobody's answers. */
export class CuentasAuditadas1700000000222 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('grant select on captura.estadistica_corte to conoceles_instituto')
    await runner.query(`create policy auditoria on captura.estadistica_corte for select to conoceles_instituto
      using (coalesce(current_setting('app.rol', true), '') = 'auditoria')`)
  }

  async down(): Promise<void> {
    throw new Error('the legal record is not undone: restore a backup instead')
  }
}
