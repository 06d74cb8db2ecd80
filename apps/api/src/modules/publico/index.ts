import type { DataSource } from 'typeorm'
import type { VisorConstruido } from '../../shared/visor.ts'
import { AnswersCache } from './answers.ts'
import { paginaServer } from './paginas.ts'
import { PublicoService } from './publico.service.ts'

export { publicoRoutes } from './publico.routes.ts'
export { firstPageJson } from './publico.service.ts'

/** The public world: its answers, and the pages of the visor that this process serves. */
export function publicoModule(lector: DataSource, visor: VisorConstruido | null) {
  const cache = new AnswersCache(lector)
  const publico = new PublicoService(lector)
  const paginas = visor ? paginaServer({ publico, cache, construccion: visor.construccion }) : () => Promise.resolve(false)
  return { cache, publico, paginas }
}
