import type { MigrationInterface, QueryRunner } from 'typeorm'

/** The approved text of an informe goes out once more without the mark of a project: its version says of which one it is the text. */
export class TextoAprobado1700000000246 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('alter table captura.entregable_version add column texto_de int')
  }

  async down(): Promise<void> {
    throw new Error('the legal record is not undone: restore a backup instead')
  }
}
