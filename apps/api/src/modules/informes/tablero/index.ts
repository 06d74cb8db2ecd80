export { tableroRoutes } from './tablero.routes.ts'
export { TableroCapturaService } from './tablero.service.ts'
