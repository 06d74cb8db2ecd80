import type { FastifyInstance } from 'fastify'
import { EntregableParamsDto, toClave } from '../actividades/index.ts'
import { act } from '../../../shared/act.ts'
import { route } from '../../../shared/http/contract.ts'
import type { Deps } from '../../../shared/deps.ts'
import { IdParamsDto } from '../../../shared/validacion/shared.dto.ts'
import { capturasRoutes } from './capturas/capturas.routes.ts'
import type { CapturasService } from './capturas/capturas.service.ts'
import type { EnteradasService } from './enteradas.service.ts'
import {
  ActoEnteradaDto,
  EnterarseDto,
  ListEnteradasDto,
  ListRecordatoriosDto,
  ListRecordatoriosQueryDto,
  PanoramaRecordatoriosDto,
  PreferenciasDto,
  PruebaEnviadaDto,
  RecordatorioDto,
} from './recordatorios.dto.ts'
import type { RecordatoriosService } from './recordatorios.service.ts'

interface Services {
  capturas: CapturasService
  consola: RecordatoriosService
  enteradas: EnteradasService
}

const reads = { etiqueta: 'Recordatorios', permiso: 'recordatorios.ver' } as const
const own = { etiqueta: 'Recordatorios', permiso: 'recordatorios.propios' } as const

export function recordatoriosRoutes(app: FastifyInstance, deps: Deps, services: Services): void {
  listRoutes(app, deps, services.consola)
  ownRoutes(app, deps, services.consola)
  enteradasRoutes(app, deps, services.enteradas)
  capturasRoutes(app, services.capturas)
}

function listRoutes(app: FastifyInstance, { databases }: Deps, consola: RecordatoriosService): void {
  route(
    app,
    ['GET', '/recordatorios'],
    {
      ...reads,
      id: 'listRecordatorios',
      resumen: 'Mensajes enviados, en espera y sin enviar',
      descripcion: 'La secretaría, la administración y la auditoría ven los de todas las cuentas; las demás, los suyos.',
      query: ListRecordatoriosQueryDto,
      respuesta: ListRecordatoriosDto,
    },
    ({ query, quien }) => {
      const page = { despues: query.despues ?? null, estatus: query.estatus ?? null }
      return act(databases, quien, (tx) => consola.list(tx, page))
    },
  )
  route(
    app,
    ['GET', '/recordatorios/panorama'],
    {
      ...reads,
      id: 'getPanoramaRecordatorios',
      resumen: 'Por dónde sale el correo, qué espera y qué saldrá en siete días',
      respuesta: PanoramaRecordatoriosDto,
    },
    ({ quien }) => act(databases, quien, (tx) => consola.panorama(tx, quien)),
  )
  route(
    app,
    ['POST', '/recordatorios/:id/reintentar'],
    {
      ...reads,
      permiso: 'recordatorios.administrar',
      rechaza: ['recordatorio.acto_no_permitido'],
      id: 'reintentarRecordatorio',
      resumen: 'Vuelve a intentar el envío de un mensaje',
      params: IdParamsDto,
      respuesta: RecordatorioDto,
    },
    ({ params, quien }) => consola.reintentar(quien, params.id),
  )
}

function ownRoutes(app: FastifyInstance, { databases }: Deps, consola: RecordatoriosService): void {
  route(
    app,
    ['GET', '/recordatorios/preferencias'],
    { ...own, id: 'getPreferenciasRecordatorios', resumen: 'Qué mensajes recibe la cuenta', respuesta: PreferenciasDto },
    ({ quien }) => act(databases, quien, (tx) => consola.preferencias(tx, quien)),
  )
  route(
    app,
    ['PUT', '/recordatorios/preferencias'],
    {
      ...own,
      id: 'guardarPreferenciasRecordatorios',
      rechaza: ['recordatorio.acto_no_permitido'],
      resumen: 'Elige qué mensajes recibe la cuenta',
      body: PreferenciasDto,
      respuesta: PreferenciasDto,
    },
    ({ body, quien }) => consola.guardarPreferencias(quien, body),
  )
  route(
    app,
    ['POST', '/recordatorios/prueba'],
    {
      ...own,
      id: 'enviarCorreoDePrueba',
      rechaza: ['acceso.correo_no_disponible', 'ruta.no_existe'],
      resumen: 'Envía un correo de prueba a la propia cuenta',
      respuesta: PruebaEnviadaDto,
      limite: 5,
    },
    ({ quien }) => consola.probar(quien),
  )
}

function enteradasRoutes(app: FastifyInstance, { databases }: Deps, enteradas: EnteradasService): void {
  const place = { params: EntregableParamsDto, descripcion: 'La clave lleva ~ donde el tablero muestra /.' } as const
  route(
    app,
    ['GET', '/actividades/:clave/enteradas'],
    {
      ...reads,
      ...place,
      id: 'listEnteradas',
      resumen: 'Quiénes están enteradas de los plazos de un entregable',
      respuesta: ListEnteradasDto,
    },
    ({ params, quien }) => act(databases, quien, (tx) => enteradas.list(tx, quien, toClave(params.clave))),
  )
  route(
    app,
    ['POST', '/actividades/:clave/enteradas'],
    {
      ...own,
      ...place,
      id: 'enterarse',
      rechaza: ['recordatorio.acto_no_permitido'],
      resumen: 'Dice que la cuenta está enterada de un plazo',
      body: EnterarseDto,
      respuesta: ActoEnteradaDto,
    },
    ({ params, body, quien }) => enteradas.enterarse(quien, toClave(params.clave), body.milestone),
  )
}
