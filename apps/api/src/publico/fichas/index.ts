export { FichasPdfService } from './fichas.service.ts'
export { fichasPdfRoutes } from './fichas.routes.ts'
