import type { FastifyInstance } from 'fastify'
import { route } from '../../shared/contract.ts'
import {
  AcusePublicoDto,
  CorteParamsDto,
  CortePublicoDto,
  FolioParamsDto,
  ListCabezasDto,
  ListCabezasQueryDto,
  ListCortesDto,
  ListCortesQueryDto,
  ListLlavesDto,
} from './pruebas.dto.ts'
import type { PublicoService } from './publico.service.ts'

const common = { etiqueta: 'Público', permiso: 'publico' } as const

/** What lets anybody prove what was public, and what was received. */
export function proofRoutes(app: FastifyInstance, publico: PublicoService): void {
  route(
    app,
    ['GET', '/publico/cortes'],
    { ...common, id: 'listCortes', resumen: 'Cortes', query: ListCortesQueryDto, respuesta: ListCortesDto },
    ({ query }) => publico.cortes(query.antes ?? null),
  )
  route(
    app,
    ['GET', '/publico/cortes/:numero'],
    { ...common, id: 'getCorte', resumen: 'Manifiesto de un corte', params: CorteParamsDto, respuesta: CortePublicoDto },
    ({ params }) => publico.corte(params.numero),
  )
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
    ({ query }) => publico.cabezas(query.antes ?? null),
  )
  route(app, ['GET', '/publico/llaves'], { ...common, id: 'listLlaves', resumen: 'Llaves de firma', respuesta: ListLlavesDto }, () =>
    publico.llaves(),
  )
  route(
    app,
    ['GET', '/publico/acuses/:folio'],
    { ...common, id: 'getAcuse', resumen: 'Comprueba un acuse', params: FolioParamsDto, respuesta: AcusePublicoDto },
    ({ params }) => publico.acuse(params.folio),
  )
}
