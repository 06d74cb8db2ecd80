import type { FastifyInstance } from 'fastify'
import { act } from '../../../shared/act.ts'
import { idempotencyKey, route } from '../../../shared/http/contract.ts'
import type { Deps } from '../../../shared/deps.ts'
import { IdParamsDto } from '../../../shared/validacion/shared.dto.ts'
import { actsOn, MotivoBorradorDto } from '../borradores/index.ts'
import type { AlcanceService } from './alcance.service.ts'
import {
  ActivarPoliticaDto,
  ActoPoliticaDto,
  AlcancePoliticaDto,
  AlcancePoliticaQueryDto,
  BorradorPoliticaCompletoDto,
  GuardarPoliticaDto,
  ListPoliticasDto,
  VersionPoliticaCompletaDto,
  VersionPoliticaParamsDto,
} from './politicas.dto.ts'
import type { PoliticasService } from './politicas.service.ts'

export interface PoliticasModule {
  politicas: PoliticasService
  alcance: AlcanceService
}

const see = { etiqueta: 'Política de publicación', permiso: 'politica.ver' } as const
const change = {
  etiqueta: 'Política de publicación',
  permiso: 'politica.administrar',
  respuesta: ActoPoliticaDto,
  rechaza: ['idempotencia.contenido_distinto', 'politica.acto_no_permitido', 'politica.version_distinta'],
} as const
/** Every field with its ground. */
const BODY_LIMIT = 512 * 1024

export function politicasRoutes(app: FastifyInstance, deps: Deps, parts: PoliticasModule): void {
  readRoutes(app, deps, parts)
  draftRoutes(app, parts)
  alcanceRoutes(app, parts)
}

function readRoutes(app: FastifyInstance, { databases }: Deps, { politicas }: PoliticasModule): void {
  route(
    app,
    ['GET', '/politica'],
    { ...see, id: 'listPoliticas', resumen: 'Versiones de la política de publicación y sus borradores', respuesta: ListPoliticasDto },
    ({ quien }) => act(databases, quien, (tx) => politicas.list(tx)),
  )
  route(
    app,
    ['GET', '/politica/versiones/:version'],
    {
      ...see,
      id: 'getVersionPolitica',
      resumen: 'Una versión, campo por campo',
      params: VersionPoliticaParamsDto,
      respuesta: VersionPoliticaCompletaDto,
    },
    ({ params, quien }) => act(databases, quien, (tx) => politicas.version(tx, params.version)),
  )
  route(
    app,
    ['GET', '/politica/borradores/:id'],
    {
      ...see,
      id: 'getBorradorPolitica',
      resumen: 'Un borrador, con lo que cambia de la versión que rige y lo que le falta',
      params: IdParamsDto,
      respuesta: BorradorPoliticaCompletoDto,
    },
    ({ params, quien }) => act(databases, quien, (tx) => politicas.borradores.detail(tx, quien, params.id)),
  )
}

function draftRoutes(app: FastifyInstance, { politicas }: PoliticasModule): void {
  route(
    app,
    ['POST', '/politica/borradores'],
    {
      ...change,
      id: 'crearBorradorPolitica',
      rechaza: ['idempotencia.contenido_distinto', 'ruta.no_existe'],
      resumen: 'Empieza un borrador de la versión que rige',
      estatus: 201,
    },
    ({ quien, request }) => politicas.crear(quien, idempotencyKey(request)),
  )
  const one = actsOn(app, '/politica/borradores', change)
  one(
    ['PUT', ''],
    {
      id: 'guardarBorradorPolitica',
      resumen: 'Guarda lo que cambia de la versión que rige',
      descripcion: 'Acepta borradores a los que les falta algo y dice qué.',
      body: GuardarPoliticaDto,
      bodyLimit: BODY_LIMIT,
    },
    (quien, pedido) => politicas.guardar(quien, pedido),
  )
  one(
    ['POST', '/descartar'],
    { id: 'descartarBorradorPolitica', resumen: 'Descarta un borrador', body: MotivoBorradorDto },
    (quien, pedido) => politicas.borradores.dejar(quien, { acto: 'descartar', ...pedido }),
  )
  one(
    ['POST', '/activar'],
    {
      id: 'activarPolitica',
      rechaza: ['propuesta.otra_persona'],
      paso: 'reciente',
      resumen: 'Pone en vigor el borrador como versión nueva',
      descripcion: 'El siguiente corte publica todo otra vez; lo que deja de ser público se retira también de los cortes pasados.',
      body: ActivarPoliticaDto,
    },
    (quien, pedido) => politicas.activar(quien, pedido),
  )
}

function alcanceRoutes(app: FastifyInstance, { alcance }: PoliticasModule): void {
  route(
    app,
    ['GET', '/politica/borradores/:id/alcance'],
    {
      ...see,
      id: 'getAlcancePolitica',
      rechaza: ['identidad.llave_ausente'],
      resumen: 'A quién y qué cambiaría activarlo, por nombre',
      descripcion: 'Sólo nombres de campos, nunca lo que dicen. No cambia nada.',
      permiso: 'politica.administrar',
      params: IdParamsDto,
      query: AlcancePoliticaQueryDto,
      respuesta: AlcancePoliticaDto,
    },
    ({ params, query, quien }) => alcance.page(quien, { ...params, ...query }),
  )
  route(
    app,
    ['GET', '/politica/borradores/:id/alcance/libro'],
    {
      ...see,
      id: 'exportarAlcancePolitica',
      rechaza: ['identidad.llave_ausente'],
      resumen: 'A quién y qué cambiaría activarlo, en XLSX',
      descripcion: 'Lo que se exporta queda en la bitácora con su SHA-256.',
      permiso: 'politica.administrar',
      params: IdParamsDto,
      respuesta: 'bytes',
      medio: '*/*',
      limite: 30,
    },
    async ({ params, quien, reply }) => {
      const { nombre, medio, contenido } = await alcance.libro(quien, params.id)
      void reply.headers({ 'content-type': medio, 'content-disposition': `attachment; filename="${nombre}"` })
      return contenido
    },
  )
}
