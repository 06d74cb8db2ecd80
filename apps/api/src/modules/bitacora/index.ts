export { BitacoraService, type Acto, type Consequence } from './bitacora.service.ts'
export { AcusesService, type Acuse } from './acuses.service.ts'
export { AcuseDto } from './bitacora.dto.ts'
export { bitacoraRoutes } from './bitacora.routes.ts'
