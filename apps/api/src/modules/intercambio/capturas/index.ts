export { archivosCapturaRoutes } from './archivos.routes.ts'
export { ArchivosCapturaService } from './archivos.service.ts'
