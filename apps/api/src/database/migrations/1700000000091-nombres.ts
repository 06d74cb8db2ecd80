import type { MigrationInterface, QueryRunner } from 'typeorm'

/** Existing names are found as the new ones are: «Ma.» and «Mª» by María, «J.» by José, and a name with an apostrophe by one word. */
export class Nombres1700000000091 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const sql of [DEL_DIRECTORIO, PUBLICAS]) await runner.query(sql)
  }

  async down(): Promise<void> {
    throw new Error('the legal record is not undone: restore a backup instead')
  }
}

/** Words that a name gets besides, of a row of `nombres (id, nombre)`. */
const BESIDES = `
select id, 'maria' as palabra from nombres where nombre ~* '(^|\\s)(ma|mª)[.]?(\\s|$)'
union select id, 'jose' from nombres where nombre ~* '(^|\\s)j[.]?(\\s|$)'
union select id, palabra from nombres, regexp_split_to_table(nombre, '\\s+') as junta,
  lower(translate(regexp_replace(junta, '[''’‘ʼʻꞋꞌ´\`′]', '', 'g'), 'áàäâéèëêíìïîóòöôúùüûñÁÀÄÂÉÈËÊÍÌÏÎÓÒÖÔÚÙÜÛÑ',
    'aaaaeeeeiiiioooouuuunAAAAEEEEIIIIOOOOUUUUN')) as palabra
  where junta ~ '[''’‘ʼʻꞋꞌ´\`′]' and palabra ~ '^[a-z]+$'`

const DEL_DIRECTORIO = `
with nombres (id, nombre) as (
  select c.id, concat_ws(' ', p.nombre, p.primer_apellido, p.segundo_apellido, p.apodo)
  from captura.candidatura c join captura.persona p on p.id = c.persona_id)
insert into captura.palabra (proceso_id, palabra, candidatura_id)
select c.proceso_id, b.palabra, b.id from (${BESIDES}) b join captura.candidatura c on c.id = b.id on conflict do nothing`

const PUBLICAS = `
with nombres (id, nombre) as (
  select orden, concat_ws(' ', fila ->> 'nombre', fila ->> 'apodo') from publico.candidatura where fila ->> 'reserva' is distinct from 'persona')
insert into publico.comienzo (comienzo, orden)
select distinct left(palabra, letras), id from (${BESIDES}) b, generate_series(1, length(palabra)) as letras on conflict do nothing`
