import type { IncomingHttpHeaders } from 'node:http'
import type { FastifyInstance } from 'fastify'
import { route } from '../../../shared/http/contract.ts'
import { VisitaDto } from './visitas.dto.ts'
import type { VisitasService } from './visitas.service.ts'

const BODY_LIMIT = 256

export function visitasRoutes(app: FastifyInstance, visitas: VisitasService): void {
  route(
    app,
    ['POST', '/publico/visitas'],
    {
      id: 'contarVisita',
      resumen: 'Cuenta una página vista',
      descripcion:
        'Suma uno al tipo de página y a la hora. No se guarda nada más: ni dirección, ni navegador, ni qué página. Con `Sec-GPC: 1` o `DNT: 1` responde igual y no cuenta.',
      etiqueta: 'Público',
      permiso: 'anonimo',
      body: VisitaDto,
      respuesta: null,
      bodyLimit: BODY_LIMIT,
    },
    async ({ body, request }) => {
      if (!asksNotToBeCounted(request.headers)) visitas.contar(body.clase)
    },
  )
}

/** Global Privacy Control, or Do Not Track before it. */
function asksNotToBeCounted(headers: IncomingHttpHeaders): boolean {
  return headers['sec-gpc'] === '1' || headers.dnt === '1'
}
