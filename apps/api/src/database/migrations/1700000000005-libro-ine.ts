import type { MigrationInterface, QueryRunner } from 'typeorm'

/**
 * The INE's workbook. The secretaría reads answers only in a transaction that declared the export. It writes them only while an import is
 * being applied, where nobody captured anything. It destroys those of an import only while that is being undone.
 */
export class LibroIne1700000000005 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const sql of [GRANTS, READING, WRITING, KEYS, UNDOING]) await runner.query(sql)
  }

  async down(): Promise<void> {
    throw new Error('the legal record is not undone: restore a backup instead')
  }
}

const ANSWERS = ['captura.seccion', 'identidad.llave', 'identidad.respuesta']

const SECRETARIA = `current_setting('app.rol', true) = 'secretaria'`
const EXPORTING = `${SECRETARIA} and current_setting('app.lectura', true) = 'exportacion'`
const IMPORTING = `${SECRETARIA} and current_setting('app.escritura', true) = 'importacion'
  and exists (select 1 from captura.importacion i where i.estatus = 'aplicando' and i.formato = 'ine')
  and exists (select 1 from captura.candidatura c where c.id = candidatura_id and c.estatus_captura = 'sin_captura')`
const OF_UNDONE = `${SECRETARIA} and exists (select 1 from captura.importacion_fila f join captura.importacion i on i.id = f.importacion_id
  where f.candidatura_id = TABLE.candidatura_id and i.estatus = 'deshaciendo'
    and (f.veredicto = 'crear' or (f.veredicto = 'cambiar' and f.cambios @> '[{"campo": "respuestas"}]')))`

const GRANTS = `
grant insert on captura.seccion, identidad.llave, identidad.respuesta to conoceles_instituto;
grant delete on captura.seccion, identidad.llave, identidad.respuesta to conoceles_instituto;
`

const READING = ANSWERS.map(
  (table) => `create policy instituto_exporta on ${table} for select to conoceles_instituto using (${EXPORTING});`,
).join('\n')

/** Restrictive too: the reviewers' policies on these tables hold for every command, and they may not insert. */
const WRITING = ANSWERS.map(
  (table) => `create policy instituto_importa on ${table} for insert to conoceles_instituto with check (${IMPORTING});
create policy instituto_importa_solo on ${table} as restrictive for insert to conoceles_instituto with check (${IMPORTING});`,
).join('\n')

/**
 * A persona who signed a form has a data key already: her answers go under the same. The key is wrapped by another that is outside the
 * database.
 */
const KEYS = `
create policy instituto_importa_ve on identidad.llave for select to conoceles_instituto using (${IMPORTING});
`

/** A candidatura that came with its answers may go with them, as long as nobody touched it since. */
const UNDOING = `
${ANSWERS.map((table) => {
  const condition = OF_UNDONE.replaceAll('TABLE', table.replace(/^.*[.]/, ''))
  return `create policy instituto_deshace_ve on ${table} for select to conoceles_instituto using (${condition});
create policy instituto_deshace on ${table} for delete to conoceles_instituto using (${condition});
create policy instituto_deshace_solo on ${table} as restrictive for delete to conoceles_instituto using (${condition});`
}).join('\n')}
`
