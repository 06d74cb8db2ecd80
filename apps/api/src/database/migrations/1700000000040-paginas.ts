import type { MigrationInterface, QueryRunner } from 'typeorm'

/** Pages stand among the public resources: which build of the visor made each of them. */
export class Paginas1700000000040 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(PAGINAS)
  }

  async down(): Promise<void> {
    throw new Error('the legal record is not undone: restore a backup instead')
  }
}

/** Data have none: they are the same for every build. */
const PAGINAS = `
alter table publico.recurso add column construccion text;
alter table publico.recurso add constraint recurso_pagina_ck check ((construccion is not null) = (ruta like 'paginas/%'));
create index recurso_ruta_ix on publico.recurso (ruta);
`
