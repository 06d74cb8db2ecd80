export { acuerdosRoutes } from './acuerdos.routes.ts'
export { PapelesAcuerdoService } from './acuerdos.service.ts'
