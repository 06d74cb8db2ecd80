import type { FastifyInstance } from 'fastify'
import { route } from '../../../../shared/http/contract.ts'
import { LibroIneQueryDto } from './ine.dto.ts'
import type { LibroIneService } from './ine.service.ts'

export function libroIneRoutes(app: FastifyInstance, libro: LibroIneService): void {
  route(
    app,
    ['GET', '/exportaciones/ine'],
    {
      etiqueta: 'Exportaciones',
      permiso: 'exportaciones.ver',
      rechaza: ['identidad.llave_ausente'],
      limite: 10,
      id: 'exportarLibroIne',
      paso: ({ alcance }) => alcance !== 'publico',
      resumen: 'Libro «baseDatosCandidatos» del INE',
      descripcion:
        'Hojas CANDIDATOS y CUESTIONARIO IDENTIDAD con las columnas y convenciones del INE. El alcance completo es una lectura de respuestas de identidad: pide permiso y motivo, y queda en la bitácora.',
      query: LibroIneQueryDto,
      respuesta: 'bytes',
      medio: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    },
    async ({ query, quien, reply }) => {
      const { nombre, medio, contenido } = await libro.exportar(quien, { alcance: query.alcance, motivo: query.motivo ?? null })
      void reply.headers({ 'content-type': medio, 'content-disposition': `attachment; filename="${nombre}"` })
      return contenido
    },
  )
}
