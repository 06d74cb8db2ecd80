import type { FastifyInstance, FastifyReply } from 'fastify'
import { route } from '../../../../shared/http/contract.ts'
import type { Descarga } from '../listados/listados.service.ts'
import { ExportarSeleccionDto, FichasDto } from './seleccion.dto.ts'
import type { SeleccionService } from './seleccion.service.ts'

/** Each document is seconds of work: nobody needs more of them in a minute. */
const common = {
  etiqueta: 'Exportaciones',
  permiso: 'directorio.vistas',
  limite: 30,
  rechaza: ['datos.bloqueados', 'servicio.ocupado'],
  respuesta: 'bytes',
} as const

export function seleccionRoutes(app: FastifyInstance, seleccion: SeleccionService): void {
  route(
    app,
    ['POST', '/exportaciones/seleccion'],
    {
      ...common,
      id: 'exportarSeleccion',
      resumen: 'Candidaturas elegidas en el directorio, en XLSX o CSV',
      descripcion: 'Con las columnas que se piden, en su orden. Lo que se exporta queda en la bitácora con su SHA-256.',
      body: ExportarSeleccionDto,
      medio: '*/*',
    },
    async ({ body, quien, reply }) => hand(reply, await seleccion.exportar(quien, body)),
  )
  route(
    app,
    ['POST', '/exportaciones/fichas'],
    {
      ...common,
      id: 'imprimirFichas',
      resumen: 'Fichas de las candidaturas elegidas, en PDF accesible, cada una en su hoja',
      descripcion:
        'Para uso interno: dicen quién las imprimió y cuándo. Un actor político lee sus borradores; el instituto, lo que se le envió. No hay respuestas de identidad. Queda en la bitácora con su SHA-256.',
      body: FichasDto,
      medio: 'application/pdf',
    },
    async ({ body, quien, reply }) => hand(reply, await seleccion.fichas(quien, body.candidaturas)),
  )
}

function hand(reply: FastifyReply, { nombre, medio, contenido }: Descarga): Buffer {
  void reply.headers({ 'content-type': medio, 'content-disposition': `attachment; filename="${nombre}"` })
  return contenido
}
