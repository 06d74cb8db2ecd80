export { publicoRoutes } from './publico.routes.ts'
export { PublicoService } from './publico.service.ts'
export { AnswersCache } from './answers.ts'
