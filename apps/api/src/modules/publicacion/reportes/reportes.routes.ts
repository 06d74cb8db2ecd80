import type { FastifyInstance } from 'fastify'
import { act } from '../../../shared/act.ts'
import { idempotencyKey, route } from '../../../shared/http/contract.ts'
import type { Deps } from '../../../shared/deps.ts'
import { IdParamsDto } from '../../../shared/validacion/shared.dto.ts'
import { AtenderReporteDto, ListReportesDto, ReporteDto } from './reportes.dto.ts'
import type { ReportesService } from './reportes.service.ts'

const ETIQUETA = 'Reportes'

export function reportesRoutes(app: FastifyInstance, { databases, config }: Deps, reportes: ReportesService): void {
  route(
    app,
    ['GET', '/reportes'],
    {
      id: 'listReportes',
      resumen: 'Errores que la ciudadanía reportó de las páginas públicas',
      etiqueta: ETIQUETA,
      permiso: 'reportes.ver',
      respuesta: ListReportesDto,
    },
    ({ quien }) => act(databases, quien, async (tx) => ({ sitio: config.origen, elementos: await reportes.list(tx) })),
  )
  route(
    app,
    ['POST', '/reportes/:id'],
    {
      id: 'atenderReporte',
      resumen: 'Contesta en público, descarta o reabre un reporte',
      descripcion: 'Se publican la pregunta y la respuesta que escribe el Instituto. Las palabras de quien reportó no se publican nunca.',
      etiqueta: ETIQUETA,
      permiso: 'reportes.atender',
      rechaza: ['idempotencia.contenido_distinto', 'reporte.acto_no_permitido', 'reporte.version_distinta'],
      params: IdParamsDto,
      body: AtenderReporteDto,
      respuesta: ReporteDto,
    },
    ({ params, body, quien, request }) => reportes.atender(quien, { ...params, body, clave: idempotencyKey(request) }),
  )
}
