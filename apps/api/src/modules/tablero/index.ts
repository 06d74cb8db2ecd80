export { tableroRoutes } from './tablero.routes.ts'
export { TableroService } from './tablero.service.ts'
