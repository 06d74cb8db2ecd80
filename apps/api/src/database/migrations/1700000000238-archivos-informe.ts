import type { MigrationInterface, QueryRunner } from 'typeorm'

/** The files of an emission are kept: until now they were written again, and a document that looks otherwise could not be. */
export class ArchivosInforme1700000000238 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const sql of SENTENCIAS) await runner.query(sql)
  }

  async down(): Promise<void> {
    throw new Error('the legal record is not undone: restore a backup instead')
  }
}

const INSTITUTO = `coalesce(current_setting('app.rol', true), '') in ('secretaria', 'comision', 'auditoria')`
const SENTENCIAS = [
  `create table captura.informe_archivo (
    emision_id uuid not null constraint informe_archivo_emision_fk references captura.informe_emision,
    formato text not null,
    contenido bytea not null,
    constraint informe_archivo_pk primary key (emision_id, formato),
    constraint informe_archivo_formato_ck check (formato in ('pdf', 'docx', 'xlsx'))
  )`,
  'alter table captura.informe_archivo owner to conoceles_dueno',
  `create trigger informe_archivo_impedir before delete or update on captura.informe_archivo
    for each row execute function captura.impedir_informe()`,
  `create trigger informe_archivo_impedir_vaciar before truncate on captura.informe_archivo
    for each statement execute function captura.impedir_informe()`,
  'grant select, insert on captura.informe_archivo to conoceles_instituto',
  'alter table captura.informe_archivo enable row level security, force row level security',
  `create policy instituto on captura.informe_archivo for select to conoceles_instituto using (${INSTITUTO})`,
  `create policy instituto_agrega on captura.informe_archivo for insert to conoceles_instituto
    with check (current_setting('app.rol', true) = 'secretaria')`,
]
