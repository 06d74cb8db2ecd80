export { AvisoPrivacidad } from './aviso-privacidad.entity.ts'
export { avisosPrivacidadRoutes } from './avisos-privacidad.routes.ts'
export { AvisosPrivacidadService } from './avisos-privacidad.service.ts'
