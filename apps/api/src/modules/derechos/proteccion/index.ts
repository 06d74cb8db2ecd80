export { VersionProteccion } from './documento-proteccion.entity.ts'
export { proteccionRoutes } from './proteccion.routes.ts'
export { ProteccionService } from './proteccion.service.ts'
