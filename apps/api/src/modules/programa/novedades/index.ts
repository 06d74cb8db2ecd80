export type { LineaRow } from './novedades.queries.ts'
export { MarcaNovedades } from './marca.entity.ts'
export { novedadesRoutes } from './novedades.routes.ts'
export { NovedadesCuentaService } from './novedades.service.ts'
