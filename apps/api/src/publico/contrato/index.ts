export { contratoRoutes, descubrimientoRoutes } from './contrato.routes.ts'
