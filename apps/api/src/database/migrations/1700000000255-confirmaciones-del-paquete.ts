import type { MigrationInterface, QueryRunner } from 'typeorm'

/** The administración reads who confirmed each value: the page of the pack lists it beside its versions. */
export class ConfirmacionesDelPaquete1700000000255 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const tabla of ['captura.confirmacion', 'captura.dato_escrito']) {
      await runner.query(`alter policy instituto on ${tabla}
        using (coalesce(current_setting('app.rol', true), '') in ('verificacion', 'secretaria', 'comision', 'transparencia', 'auditoria', 'administracion'))`)
    }
  }

  async down(): Promise<void> {
    throw new Error('the legal record is not undone: restore a backup instead')
  }
}
