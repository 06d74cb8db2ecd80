export { rutaDescarga } from './archivos.ts'
export { descargasRoutes } from './descargas.routes.ts'
export { DescargasService } from './descargas.service.ts'
