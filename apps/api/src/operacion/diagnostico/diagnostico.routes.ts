import type { FastifyInstance } from 'fastify'
import { route } from '../../shared/http/contract.ts'
import { DiagnosticoDto } from './diagnostico.dto.ts'
import { diagnoseRunning, type EnMarcha } from './marcha.ts'

/** The faults of the installation, for the administración of an institute. */
export function diagnosticoRoutes(app: FastifyInstance, running: EnMarcha): void {
  route(
    app,
    ['GET', '/diagnostico'],
    {
      id: 'getDiagnostico',
      resumen: 'Qué le falla a la instalación, y su remedio',
      descripcion: 'Revisa ajustes, máquina, reloj, llaves, correo, trabajo de fondo y direcciones, en el momento en que se pide.',
      etiqueta: 'Proceso',
      permiso: 'diagnostico.ver',
      respuesta: DiagnosticoDto,
    },
    async () => ({ hallazgos: await diagnoseRunning(running) }),
  )
}
