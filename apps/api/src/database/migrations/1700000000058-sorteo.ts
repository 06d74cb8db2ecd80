import type { MigrationInterface, QueryRunner } from 'typeorm'

/** Each corte tells in which order its lists are shown, so that nobody has to open the whole index to learn it. */
export class Sorteo1700000000058 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const sql of [COLUMNS, NEWEST]) await runner.query(sql)
  }

  async down(): Promise<void> {
    throw new Error('the legal record is not undone: restore a backup instead')
  }
}

/** As the index says them: null in cortes of before, and the draw also where nothing is drawn. */
const COLUMNS = `alter table publico.corte add column orden text, add column sorteo date`

const NEWEST = `
update publico.corte set orden = i.indice ->> 'orden', sorteo = (i.indice ->> 'sorteo')::date
from (select convert_from(contenido, 'UTF8')::json as indice from publico.recurso where ruta = 'indice' and hasta_corte is null) i
where numero = (select max(numero) from publico.corte)
`
