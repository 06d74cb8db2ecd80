import type { PublicDeps } from '../../shared/deps.ts'
import { RenderizadorAPedido } from '../../shared/renderizado/a-pedido.ts'
import { pageHeaders } from '../../shared/http/pages.ts'
import type { VisorConstruido } from '../../shared/visor.ts'
import type { AnswersCache, PaginaSuya } from '../lectura/index.ts'
import { paginaPedidaServer } from './paginas.ts'
import { PaginasPedidasService } from './paginas-pedidas.service.ts'

/** Name under which the page of the form finds the text that was written in it. */
const ESCRITO = '/reportar-error#escrito'

interface Parts {
  visor: VisorConstruido
  cache: AnswersCache
}

/** The pages that this process makes on request, and the function that lets go of their renderer. */
export function paginasPedidasModule({ databases: { lector }, config }: PublicDeps, { visor, cache }: Parts) {
  const renderizador = new RenderizadorAPedido(config.trabajadores, { ...visor, origen: config.origen, distintivos: null })
  const paginas = new PaginasPedidasService(lector, renderizador)
  const headers = pageHeaders(config)
  return {
    pedidas: paginaPedidaServer({ config, cache, paginas }),
    /** Form of a report, filled with the person's text; the page's address tells her the reason of a refusal. */
    formulario: async (direccion: string, escrito: object): Promise<PaginaSuya | null> => {
      const html = await paginas.suya(direccion, { [ESCRITO]: JSON.stringify(escrito) })
      return html && { html, headers }
    },
    soltar: () => paginas.soltar(),
  }
}
