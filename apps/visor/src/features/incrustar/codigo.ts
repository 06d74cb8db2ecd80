import { t } from '../../messages/index.ts'

/** Part that a site shows, with its theme; an empty value was not chosen. */
export interface Eleccion {
  municipio: string
  /** Clave; it goes before the municipio. */
  contienda: string
  tema: string
  color: string
}

/** Code for a page of another site, and the address of the part alone; null while nothing was chosen. */
export function codigoDe(
  { municipio, contienda, tema, color }: Eleccion,
  origin: string,
): { guion: string; marco: string; direccion: string } | null {
  if (!contienda && !municipio) return null
  const que = contienda ? 'contienda' : 'boleta'
  const query = Object.entries({ ...(contienda ? { clave: contienda } : { municipio }), tema, color: colorOf(color) }).filter(
    ([, value]) => value,
  )
  const direccion = `/incrustar/${que}?${new URLSearchParams(query)}`
  const data = query.map(([name, value]) => ` data-${name}="${value}"`).join('')
  const marco = `${origin}${direccion}`.replaceAll('&', '&amp;')
  return {
    guion: `<div data-conoceles="${que}"${data}></div>\n<script src="${origin}/incrustar.js" async></script>`,
    marco: `<iframe src="${marco}" title="${t('site.longName')}" style="width: 100%; height: 40rem; border: 0"></iframe>`,
    direccion,
  }
}

/** "#20304A" → "20304a"; nothing where it is no colour. */
function colorOf(text: string): string {
  return /^#?([0-9a-f]{6})$/.exec(text.trim().toLowerCase())?.[1] ?? ''
}
