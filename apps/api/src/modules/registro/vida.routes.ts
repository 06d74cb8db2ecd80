import type { FastifyInstance } from 'fastify'
import type { Deps } from '../../shared/deps.ts'
import { acuerdosRoutes, type AcuerdosServices } from './acuerdos/acuerdos.routes.ts'
import { cambiosRoutes, type CambiosServices } from './cambios/cambios.routes.ts'
import { candidaturaDetailRoutes, type CandidaturaDetailServices } from './candidaturas/candidatura-detail.routes.ts'
import { documentosRoutes } from './documentos/documentos.routes.ts'
import type { DocumentosService } from './documentos/documentos.service.ts'
import { entregasRoutes } from './entregas/entregas.routes.ts'
import type { EntregasService } from './entregas/entregas.service.ts'

export interface VidaServices extends AcuerdosServices, CambiosServices, CandidaturaDetailServices {
  documentos: DocumentosService
  entregas: EntregasService
}

/** Routes of the legal life of a candidatura: its approval, its changes, and its history. */
export function vidaRoutes(app: FastifyInstance, deps: Deps, services: VidaServices): void {
  documentosRoutes(app, deps, services.documentos)
  acuerdosRoutes(app, deps, services)
  entregasRoutes(app, deps, services.entregas)
  candidaturaDetailRoutes(app, deps, services)
  cambiosRoutes(app, deps, services)
}
