export { maquinasRoutes } from './maquinas.routes.ts'
