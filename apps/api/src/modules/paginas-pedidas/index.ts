import type { PublicDeps } from '../../shared/deps.ts'
import { RenderizadorAPedido } from '../../shared/renderizado/a-pedido.ts'
import type { VisorConstruido } from '../../shared/visor.ts'
import type { AnswersCache } from '../publico/index.ts'
import { paginaPedidaServer } from './paginas.ts'
import { PaginasPedidasService } from './paginas-pedidas.service.ts'

interface Parts {
  visor: VisorConstruido
  cache: AnswersCache
}

/** The pages that this process makes when somebody asks for them, and how to let go of what makes them. */
export function paginasPedidasModule({ databases: { lector }, config }: PublicDeps, { visor, cache }: Parts) {
  const renderizador = new RenderizadorAPedido(config.trabajadores, { ...visor, origen: config.origen, distintivos: null })
  const paginas = new PaginasPedidasService(lector, renderizador)
  return { pedidas: paginaPedidaServer({ config, cache, paginas }), soltar: () => paginas.soltar() }
}
