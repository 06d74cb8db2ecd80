import type { Asked } from '../../database/reader.ts'
import { prepared } from '../../database/statements.ts'
import { takesBrotli, takesGzip, type Acepta, type EncodedRecurso } from '../engine/encodings.ts'
import { readRows } from '../../database/rows.ts'

/** A requested public answer, with the encodings that the caller takes. */
export interface PedidoDeRecurso {
  ruta: string
  /** Build of the visor that a page must be of; null for everything else. */
  construccion: string | null
  acepta: Acepta
}

// Reads one of the three forms of an answer: as text, the way in which they come, the others would be ten times as long.
const ENCODED = `r.sha256, r.medio, r.gzip is null and r.brotli is null as unica, forma.encoding,
    case forma.encoding when 'br' then r.brotli when 'gzip' then r.gzip else r.contenido end as body`
const FORMA = `lateral (select case when pedido.brotli and r.brotli is not null then 'br' when pedido.gzip and r.gzip is not null then 'gzip' end) as forma (encoding)`

const VIGENTES = prepared(
  'recursos vigentes',
  `select ${ENCODED}
   from unnest($1::text[], $2::text[], $3::boolean[], $4::boolean[]) with ordinality as pedido (ruta, construccion, brotli, gzip, turno)
   left join publico.recurso r on r.ruta = pedido.ruta and r.hasta_corte is null and r.construccion is not distinct from pedido.construccion
   cross join ${FORMA}
   order by pedido.turno`,
)

/** Present public resource at each path, in their order; null where there is none. */
export async function readVigentes(lector: Asked, pedidos: readonly PedidoDeRecurso[]): Promise<(EncodedRecurso | null)[]> {
  const rows = await readRows<EncodedRecurso | { body: null }>(lector, VIGENTES, [
    pedidos.map(({ ruta }) => ruta),
    pedidos.map(({ construccion }) => construccion),
    pedidos.map(({ acepta }) => takesBrotli(acepta)),
    pedidos.map(({ acepta }) => takesGzip(acepta)),
  ])
  return rows.map((row) => (row.body === null ? null : row))
}

/** By hash: the past too, as long as its content was not erased. */
export async function findBySha256(lector: Asked, sha256: string, acepta: Acepta): Promise<EncodedRecurso | null> {
  const rows = await readRows<EncodedRecurso>(
    lector,
    `select ${ENCODED} from (select $2::boolean as brotli, $3::boolean as gzip) as pedido
     join publico.recurso r on r.sha256 = $1 and r.contenido is not null cross join ${FORMA} limit 1`,
    [sha256, takesBrotli(acepta), takesGzip(acepta)],
  )
  return rows[0] ?? null
}

/** The build of the visor that the pages which are public are of; null while there are none. */
export async function construccionVigente(lector: Asked): Promise<string | null> {
  const sql = `select construccion from publico.recurso where ruta = 'paginas/' and hasta_corte is null`
  const rows = await readRows<{ construccion: string }>(lector, sql)
  return rows[0]?.construccion ?? null
}
