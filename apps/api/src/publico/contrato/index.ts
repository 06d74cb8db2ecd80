export { contratoRoutes, descubrimientoRoutes } from './contrato.routes.ts'
export { buildSitemap } from './sitemap.ts'
