import { createSSRApp } from 'vue'
import { renderToString } from '@vue/server-renderer'
import type { Contienda, Indice, Proceso, Territorio } from '../../../api-types.ts'
import { t } from '../../../messages/boleta.ts'
import { createRecursos } from '../../../shared/lista/conocidos.ts'
import { setZone } from '../../../shared/pagina/dates.ts'
import { escapeHtml } from '../../../shared/pagina/document.ts'
import { RECURSOS } from '../../../shared/pagina/recursos.ts'
import { incrustadaDe } from './incrustada.ts'
import IncrustadaView from './IncrustadaView.vue'

const INCRUSTADA = /^\/incrustar\/(boleta|contienda)\?/

export function isIncrustada(direccion: string): boolean {
  return INCRUSTADA.test(direccion)
}

/**
 * Document for a frame of another site. It keeps nothing of its reader: no cookie, no data, and one script, which only tells its height.
 * Its links leave the frame.
 */
export async function renderIncrustada({ path, data }: { path: string; data: Readonly<Record<string, unknown>> }): Promise<string> {
  const [ruta, consulta = ''] = path.split('?')
  const query = new URLSearchParams(consulta)
  const estilo = new URLSearchParams([...query].filter(([name]) => name === 'tema' || name === 'color'))
  for (const name of estilo.keys()) query.delete(name)
  const proceso = data['/publico/proceso'] as Proceso
  const incrustada = incrustadaDe(`${ruta}?${query}`, {
    proceso,
    indice: data['/publico/indice'] as Indice,
    territorio: data['/publico/territorio'] as Territorio,
    contiendas: (data['/publico/contiendas'] as { elementos: Contienda[] }).elementos,
  })
  setZone(proceso.zona)
  const app = createSSRApp(IncrustadaView, { incrustada, proceso })
  app.provide(RECURSOS, createRecursos({ '/publico/proceso': proceso }))
  const head = [
    '<meta charset="utf-8" />',
    '<meta name="viewport" content="width=device-width, initial-scale=1" />',
    '<meta name="robots" content="noindex, follow" />',
    `<title>${escapeHtml(incrustada?.titulo ?? t('site.longName'))}</title>`,
    '<base target="_top" />',
    `<link rel="stylesheet" href="/incrustar/estilo.css?${escapeHtml(estilo.toString())}" />`,
    '<script src="/incrustar.js" async data-marco></script>',
  ]
  return `<!doctype html>\n<html lang="es-MX">\n<head>\n${head.join('\n')}\n</head>\n<body>${await renderToString(app)}</body>\n</html>\n`
}
