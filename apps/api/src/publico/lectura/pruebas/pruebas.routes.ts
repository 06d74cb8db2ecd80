import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { route } from '../../../shared/http/contract.ts'
import {
  AcusePublicoDto,
  CambiosCortesDto,
  CambiosParamsDto,
  CorteParamsDto,
  CortePublicoDto,
  FolioParamsDto,
  ListCabezasDto,
  ListCabezasQueryDto,
  ListCortesDto,
  ListCortesQueryDto,
  ListLlavesDto,
  PruebaCorteDto,
  PruebaParamsDto,
} from './pruebas.dto.ts'
import { toAnswer, writeAnswer } from '../../engine/answers.ts'
import { acceptedBy, making } from '../../engine/encodings.ts'
import type { PruebasService } from './pruebas.service.ts'

const common = { etiqueta: 'Público', permiso: 'publico' } as const

/** Routes with which anybody proves what was public, and what was received. */
export function pruebasRoutes(app: FastifyInstance, pruebas: PruebasService): void {
  cortesRoutes(app, pruebas)
  route(
    app,
    ['GET', '/publico/bitacora/cabezas'],
    {
      ...common,
      id: 'listCabezas',
      resumen: 'Hasta dónde llegaba la bitácora, firmado cada hora',
      descripcion:
        'Quien guarda estas cabezas puede demostrar después que a la bitácora le falta el final. Cada corte firma también la suya.',
      query: ListCabezasQueryDto,
      respuesta: ListCabezasDto,
    },
    ({ query }) => pruebas.cabezas(query.antes ?? null),
  )
  route(app, ['GET', '/publico/llaves'], { ...common, id: 'listLlaves', resumen: 'Llaves de firma', respuesta: ListLlavesDto }, () =>
    pruebas.llaves(),
  )
  route(
    app,
    ['GET', '/publico/acuses/:folio'],
    { ...common, id: 'getAcuse', resumen: 'Comprueba un acuse', params: FolioParamsDto, respuesta: AcusePublicoDto },
    ({ params }) => pruebas.acuse(params.folio),
  )
}

function cortesRoutes(app: FastifyInstance, pruebas: PruebasService): void {
  // Nothing of it is kept in memory: a person who checks has to see the stored bytes.
  const answer = async ({ request, reply }: { request: FastifyRequest; reply: FastifyReply }, read: () => Promise<object>) => {
    const said = toAnswer(await making(async () => JSON.stringify(await read()))(acceptedBy(request.raw)))
    reply.hijack()
    writeAnswer(request.raw, reply.raw, said)
  }
  route(
    app,
    ['GET', '/publico/cortes'],
    { ...common, id: 'listCortes', resumen: 'Cortes', query: ListCortesQueryDto, respuesta: ListCortesDto },
    ({ query }) => pruebas.cortes(query.antes ?? null),
  )
  route(
    app,
    ['GET', '/publico/cortes/:numero'],
    {
      ...common,
      id: 'getCorte',
      resumen: 'Manifiesto de un corte',
      params: CorteParamsDto,
      respuesta: 'bytes',
      forma: CortePublicoDto,
    },
    (incoming) => answer(incoming, () => pruebas.corte(incoming.params.numero)),
  )
  route(
    app,
    ['GET', '/publico/cortes/:numero/candidaturas/:id'],
    {
      ...common,
      id: 'getPruebaCandidatura',
      resumen: 'Si una candidatura era pública en un corte, con lo que basta para comprobarlo',
      descripcion:
        'De cada ruta viene la entrada de la lista firmada que la nombra, o las dos entre las que estaría, con el camino de huellas hasta la raíz que firmó el corte (RFC 9162). De los primeros cortes, que no firmaron un árbol, se lee la lista entera.',
      params: PruebaParamsDto,
      respuesta: 'bytes',
      forma: PruebaCorteDto,
    },
    (incoming) => answer(incoming, () => pruebas.candidatura(incoming.params.numero, incoming.params.id)),
  )
  route(
    app,
    ['GET', '/publico/cortes/:numero/cambios/:hasta'],
    {
      ...common,
      id: 'listCambiosEntreCortes',
      resumen: 'Qué candidaturas cambiaron de un corte a otro',
      descripcion: 'Para quien guarda una copia: pide otra vez las agregadas y las cambiadas, y borra las retiradas.',
      params: CambiosParamsDto,
      respuesta: 'bytes',
      forma: CambiosCortesDto,
    },
    (incoming) => answer(incoming, () => pruebas.cambios(incoming.params.numero, incoming.params.hasta)),
  )
}
