export { conclusionRoutes } from './conclusion.routes.ts'
export { ConclusionService } from './conclusion.service.ts'
export { EtapaConclusion } from './etapa-conclusion.entity.ts'
