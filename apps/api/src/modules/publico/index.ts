export { publicoRoutes } from './publico.routes.ts'
export { PublicoService } from './publico.service.ts'
export { RecursosCache } from './recursos-cache.ts'
