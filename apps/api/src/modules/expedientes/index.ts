export { expedientesRoutes } from './expedientes.routes.ts'
export { ExpedientesService } from './expedientes.service.ts'
