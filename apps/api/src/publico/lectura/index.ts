import type { PublicDeps } from '../../shared/deps.ts'
import type { VisorConstruido } from '../../shared/visor.ts'
import { AnswersCache } from '../engine/answers.ts'
import { paginaServer } from './paginas.ts'
import { HistoriaService } from './historia/historia.service.ts'
import { PruebasService } from './pruebas/pruebas.service.ts'
import { PublicoService } from './publico.service.ts'
import { ReportesPublicosService } from './reportes/reportes.service.ts'
import { VisitasService } from './visitas/visitas.service.ts'

export { publicoRoutes } from './publico.routes.ts'
export { reportesPublicosRoutes, type PaginaSuya } from './reportes/reportes.routes.ts'
export { readContiendasDelDia, readListaDelDia } from './listas/lista-del-dia.queries.ts'
export { PublicoService } from './publico.service.ts'
export {
  acceptedBy,
  encode,
  making,
  takesBrotli,
  takesGzip,
  toMade,
  type Acepta,
  type EncodedRecurso,
  type MadeRecurso,
  type Reading,
} from '../engine/encodings.ts'
export { fromMemory } from '../engine/memoria.ts'
export { historyOf } from './publico.queries.ts'
export { readUltimoCorte } from '../engine/ultimo-corte.queries.ts'
export { AnswersCache, isKnown, PUBLIC_HEADERS, toAnswer, writeAnswer, type Answer } from '../engine/answers.ts'
export {
  CorteRefDto,
  type CandidaturaPublicaDto,
  type FilaPublicaDto,
  type ListPublicaDto,
  type ListPublicoQueryDto,
} from './publico.dto.ts'
export type { EstadisticaDto, ListEstadisticasDto } from './estadisticas.dto.ts'
export type { CalendarioPublicoDto, ListContiendasDto, PoliticaPublicaDto, ProcesoPublicoDto, TerritorioDto } from './sitio.dto.ts'

/** The public world: its answers, and the pages of the visor that this process serves. */
export function publicoModule({ databases: { lector }, config, clock }: PublicDeps, visor: VisorConstruido | null) {
  const cache = new AnswersCache(lector)
  const publico = new PublicoService(lector)
  const paginas = visor ? paginaServer({ config, publico, cache, construccion: visor.construccion }) : () => Promise.resolve(false)
  const historia = new HistoriaService(lector, clock, config.origen)
  return {
    ...{ cache, publico, paginas, historia, pruebas: new PruebasService(lector), visitas: new VisitasService(lector, clock) },
    reportesPublicos: new ReportesPublicosService(lector, clock),
  }
}
