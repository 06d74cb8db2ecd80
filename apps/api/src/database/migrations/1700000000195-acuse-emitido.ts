import type { MigrationInterface, QueryRunner } from 'typeorm'

/** The acuse of a request stays as it was first handed out: papers that come later are not in it. */
export class AcuseEmitido1700000000195 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('alter table captura.solicitud_derecho add column acuse_emitido_en timestamptz')
    await runner.query('grant update (acuse_emitido_en) on captura.solicitud_derecho to conoceles_instituto')
  }

  async down(): Promise<void> {
    throw new Error('the legal record is not undone: restore a backup instead')
  }
}
