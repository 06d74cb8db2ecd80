export { contratoRoutes, descubrimientoRoutes, documentacionRoutes } from './contrato.routes.ts'
export { buildSitemap } from './sitemap.ts'
