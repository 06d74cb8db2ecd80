import { NAME } from './candidaturas.row.ts'

/**
 * Name of a present or past holder of a place `c` (a row of `captura.lugares_de`), by reader. Her own rows carry the captured name; the
 * others the public one, which is absent until they are published.
 */
export const QUIEN = `left join captura.candidatura propia on propia.id = c.id left join captura.persona p on p.id = propia.persona_id
  left join publico.candidatura publica on publica.id = c.id`
export const NOMBRE_VISTO = `coalesce(nullif(${NAME}, ''), publica.fila ->> 'nombre', 'alguien cuya candidatura aún no se publica')`
/** Whether the candidatura exists for the reader. */
export const AL_ALCANCE = 'propia.id is not null'
