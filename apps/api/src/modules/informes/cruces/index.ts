export { CrucePedido } from './cruce-pedido.entity.ts'
export { crucesRoutes } from './cruces.routes.ts'
export { CrucesService } from './cruces.service.ts'
