export { Importacion } from './importacion.entity.ts'
export { importacionesRoutes } from './importaciones.routes.ts'
export { ImportacionesService } from './importaciones.service.ts'
