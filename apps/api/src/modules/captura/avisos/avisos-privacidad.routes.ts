import type { FastifyInstance } from 'fastify'
import { act } from '../../../shared/act.ts'
import { route } from '../../../shared/http/contract.ts'
import type { Deps } from '../../../shared/deps.ts'
import { AvisoVigenteDto } from './avisos-privacidad.dto.ts'
import type { AvisosPrivacidadService } from './avisos-privacidad.service.ts'

export function avisosPrivacidadRoutes(app: FastifyInstance, { databases }: Deps, avisos: AvisosPrivacidadService): void {
  route(
    app,
    ['GET', '/avisos-privacidad/vigente'],
    {
      id: 'getAvisoPrivacidadVigente',
      resumen: 'Aviso de privacidad vigente',
      etiqueta: 'Consentimientos',
      permiso: 'proceso.ver',
      rechaza: ['ruta.no_existe'],
      respuesta: AvisoVigenteDto,
    },
    ({ quien }) => act(databases, quien, (tx) => avisos.vigente(tx)),
  )
}
