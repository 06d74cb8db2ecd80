import type { FastifyInstance } from 'fastify'
import { route } from '../../../shared/http/contract.ts'
import { ExpedienteQueryDto } from './expedientes.dto.ts'
import type { ExpedientesService } from './expedientes.service.ts'

export function expedientesRoutes(app: FastifyInstance, expedientes: ExpedientesService): void {
  route(
    app,
    ['GET', '/expedientes'],
    {
      id: 'descargarExpediente',
      resumen: 'El expediente de un entregable, de una sesión o de todo el programa',
      descripcion:
        'Un ZIP con documentos, evidencia, oficios, acuses y un índice firmado; se comprueba con `npm run verificar`. Cada descarga queda en la bitácora.',
      etiqueta: 'Expedientes',
      permiso: 'expedientes.descargar',
      rechaza: ['candidatura.retirada', 'ruta.no_existe'],
      limite: 10,
      query: ExpedienteQueryDto,
      respuesta: 'bytes',
      medio: 'application/zip',
    },
    async ({ query, quien, reply }) => {
      const { nombre, contenido } = await expedientes.descargar(quien, query)
      void reply.headers({ 'content-type': 'application/zip', 'content-disposition': `attachment; filename="${nombre}"` })
      return contenido
    },
  )
}
