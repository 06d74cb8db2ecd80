export { Reporte } from './reporte.entity.ts'
export { reportesRoutes } from './reportes.routes.ts'
export { ReportesService } from './reportes.service.ts'
