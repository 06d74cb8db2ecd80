import type { Asked } from '../../database/reader.ts'
import { readRows } from '../../database/rows.ts'
import { toIso } from '../../shared/clock.ts'

/** Most addresses that the protocol takes in one file (sitemaps.org). */
const MOST = 50_000

interface Pagina {
  ruta: string
  en: Date
}

/** Pages for everybody, of those that are rendered beforehand: no form, no list of one's own, no answer to a wrong address. */
const PAGES = `select r.ruta, c.en from publico.recurso r join publico.corte c on c.numero = r.desde_corte
  where r.hasta_corte is null and r.ruta ~ '^paginas/($|(contiendas|estadisticas|aviso-privacidad)(/|$)|(calendario|cargos|como-votar|datos|incrustar|preguntas|que-se-publica|lectura-facil|accesibilidad)$)'`
const OF_CANDIDATURAS = `select r.ruta, c.en from publico.recurso r join publico.corte c on c.numero = r.desde_corte
  where r.hasta_corte is null and r.ruta ~ '^paginas/candidaturas(/|$)'`

/** Addresses that search engines may visit, with the instant of the corte that last changed each (sitemaps.org 0.9). */
export async function buildSitemap(
  lector: Asked,
  { origen, conCandidaturas }: { origen: string; conCandidaturas: boolean },
): Promise<string> {
  const sql = conCandidaturas ? `${PAGES} union all ${OF_CANDIDATURAS}` : PAGES
  const paginas = await readRows<Pagina>(lector, `${sql} order by ruta limit $1`, [MOST])
  const urls = paginas.map(
    ({ ruta, en }) => `<url><loc>${origen}/${encodeURI(ruta.slice('paginas/'.length))}</loc><lastmod>${toIso(en)}</lastmod></url>`,
  )
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">',
    ...urls,
    '</urlset>',
    '',
  ].join('\n')
}
