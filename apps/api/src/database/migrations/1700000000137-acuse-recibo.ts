import type { MigrationInterface, QueryRunner } from 'typeorm'

/** The acuse by which a request was received: later papers for her name it. Not `acuse`: a parameter of desahogar_derecho is called so. */
export class AcuseRecibo1700000000137 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`alter table captura.solicitud_derecho add column acuse_folio text`)
  }

  async down(): Promise<void> {
    throw new Error('the legal record is not undone: restore a backup instead')
  }
}
