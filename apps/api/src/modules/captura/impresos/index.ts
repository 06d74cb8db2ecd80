export { impresosRoutes } from './impresos.routes.ts'
export { ImpresosService } from './impresos.service.ts'
