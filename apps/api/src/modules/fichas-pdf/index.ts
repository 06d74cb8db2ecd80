export { FichasPdfService } from './fichas-pdf.service.ts'
export { fichasPdfRoutes } from './fichas-pdf.routes.ts'
