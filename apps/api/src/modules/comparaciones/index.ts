import type { PublicDeps } from '../../shared/deps.ts'
import { RenderizadorAPedido } from '../../shared/renderizado/a-pedido.ts'
import type { VisorConstruido } from '../../shared/visor.ts'
import type { AnswersCache } from '../publico/index.ts'
import { ComparacionesService } from './comparaciones.service.ts'
import { comparacionServer } from './paginas.ts'

interface Parts {
  visor: VisorConstruido
  cache: AnswersCache
}

/** The pages of comparisons that this process serves, and how to let go of what makes them. */
export function comparacionesModule({ databases: { lector }, config }: PublicDeps, { visor, cache }: Parts) {
  const renderizador = new RenderizadorAPedido(config.trabajadores, { ...visor, origen: config.origen, distintivos: null })
  const comparaciones = new ComparacionesService(lector, renderizador)
  return { comparar: comparacionServer({ config, cache, comparaciones }), soltar: () => comparaciones.soltar() }
}
