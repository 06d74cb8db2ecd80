import type { MigrationInterface, QueryRunner } from 'typeorm'

/**
 * Public bytes are stored as they are, beside their two compressed forms. The database's own compression took as much of a corte as making
 * its pages.
 */
export class Bytes1700000000060 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(storedAs('external'))
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(storedAs('extended'))
  }
}

function storedAs(way: 'external' | 'extended'): string {
  return `alter table publico.recurso alter column contenido set storage ${way}, alter column gzip set storage ${way},
    alter column brotli set storage ${way}`
}
