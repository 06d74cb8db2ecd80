import type { MigrationInterface, QueryRunner } from 'typeorm'

/** The data that an acceso handed over stay in its expediente, and go with her identity answers; a letter may get another right. */
export class Entregado1700000000217 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const sql of [DROP, CLASE, UNA, ESCRITO, SUPRIMIR]) await runner.query(sql)
  }

  async down(): Promise<void> {
    throw new Error('the legal record is not undone: restore a backup instead')
  }
}

const DROP = 'alter table identidad.prueba_derecho drop constraint prueba_derecho_clase_ck'
const CLASE = `alter table identidad.prueba_derecho add constraint prueba_derecho_clase_ck
  check (clase in ('identidad', 'documento', 'datos') and (clase = 'identidad') = (nombre is null))`
const UNA = `create unique index prueba_derecho_datos_uq on identidad.prueba_derecho (solicitud_id) where clase = 'datos'`
const ESCRITO = 'grant update (escrito_id) on captura.solicitud_derecho to conoceles_instituto'

const SUPRIMIR = `
do $do$
begin
  execute replace(pg_get_functiondef('identidad.suprimir(uuid[], text, timestamptz)'::regprocedure),
    'delete from identidad.llave where',
    'delete from identidad.prueba_derecho where clase = ''datos''
    and solicitud_id in (select s.id from captura.solicitud_derecho s where s.candidatura_id = any(candidaturas));
  delete from identidad.llave where');
end $do$
`
