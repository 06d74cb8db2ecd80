export { Bloqueo } from './bloqueo.entity.ts'
export { bloqueosRoutes } from './bloqueos.routes.ts'
export { BloqueosService } from './bloqueos.service.ts'
export { BloqueosPorDerechoService } from './por-derecho.service.ts'
