import type { FastifyInstance } from 'fastify'
import { act } from '../../../shared/act.ts'
import { route } from '../../../shared/http/contract.ts'
import type { Deps } from '../../../shared/deps.ts'
import { IdParamsDto } from '../../../shared/validacion/shared.dto.ts'
import { CapturaDto } from '../secciones/captura.dto.ts'
import type { CapturaViewService } from '../secciones/captura-view.service.ts'
import { LeerIdentidadDto, ListLecturasDto } from './lecturas.dto.ts'
import type { LecturasService } from './lecturas.service.ts'

export function lecturasRoutes(
  app: FastifyInstance,
  { databases }: Deps,
  { view, lecturas }: { view: CapturaViewService; lecturas: LecturasService },
): void {
  route(
    app,
    ['POST', '/candidaturas/:id/identidad/lectura'],
    {
      id: 'leerIdentidad',
      resumen: 'Abre las respuestas de identidad y dice para qué',
      descripcion: 'El motivo vale para esta cuenta y esta candidatura hasta que termina el día. Cada lectura queda en la bitácora.',
      etiqueta: 'Captura',
      permiso: 'identidad.leer',
      rechaza: ['datos.bloqueados', 'identidad.llave_ausente'],
      params: IdParamsDto,
      body: LeerIdentidadDto,
      respuesta: CapturaDto,
    },
    ({ params, body, quien }) => act(databases, quien, (tx) => view.abrir(tx, quien, { id: params.id, ...body })),
  )
  route(
    app,
    ['GET', '/candidaturas/:id/lecturas'],
    {
      id: 'listLecturas',
      resumen: 'Quién ha leído las respuestas de identidad de una persona',
      etiqueta: 'Captura',
      permiso: 'identidad.lecturas',
      params: IdParamsDto,
      respuesta: ListLecturasDto,
    },
    ({ params, quien }) => act(databases, quien, async (tx) => ({ elementos: await lecturas.list(tx, params.id) })),
  )
}
