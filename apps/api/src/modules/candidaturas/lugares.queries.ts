import { NAME } from './candidaturas.row.ts'

/**
 * Whoever holds or held a place `c` (a row of `captura.lugares_de`), for whoever reads: her own rows by the name that is captured, the others by
 * the one that is public, which is absent until they are published.
 */
export const QUIEN = `left join captura.candidatura propia on propia.id = c.id left join captura.persona p on p.id = propia.persona_id
  left join publico.candidatura publica on publica.id = c.id`
export const NOMBRE_VISTO = `coalesce(nullif(${NAME}, ''), publica.fila ->> 'nombre', 'alguien cuya candidatura aún no se publica')`
/** Whether it exists for whoever reads. */
export const AL_ALCANCE = 'propia.id is not null'
