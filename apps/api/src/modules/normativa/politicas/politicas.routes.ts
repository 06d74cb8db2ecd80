import type { FastifyInstance } from 'fastify'
import { act } from '../../../shared/act.ts'
import { idempotencyKey, route } from '../../../shared/http/contract.ts'
import type { Deps } from '../../../shared/deps.ts'
import { IdParamsDto } from '../../../shared/validacion/shared.dto.ts'
import type { AlcanceService } from './alcance.service.ts'
import {
  ActivarPoliticaDto,
  ActoPoliticaDto,
  AlcancePoliticaDto,
  AlcancePoliticaQueryDto,
  BorradorPoliticaCompletoDto,
  DescartarPoliticaDto,
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
const change = { etiqueta: 'Política de publicación', permiso: 'politica.administrar', respuesta: ActoPoliticaDto } as const
const changeOne = { ...change, params: IdParamsDto } as const
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
    ({ params, quien }) => act(databases, quien, (tx) => politicas.detail(tx, quien, params.id)),
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
  route(
    app,
    ['PUT', '/politica/borradores/:id'],
    {
      ...changeOne,
      id: 'guardarBorradorPolitica',
      rechaza: ['idempotencia.contenido_distinto', 'politica.acto_no_permitido', 'politica.version_distinta'],
      resumen: 'Guarda lo que cambia de la versión que rige',
      descripcion: 'Acepta borradores a los que les falta algo y dice qué.',
      body: GuardarPoliticaDto,
      bodyLimit: BODY_LIMIT,
    },
    ({ params, body, quien, request }) => politicas.guardar(quien, { ...params, body, clave: idempotencyKey(request) }),
  )
  route(
    app,
    ['POST', '/politica/borradores/:id/descartar'],
    {
      ...changeOne,
      id: 'descartarBorradorPolitica',
      rechaza: ['idempotencia.contenido_distinto', 'politica.acto_no_permitido', 'politica.version_distinta'],
      resumen: 'Descarta un borrador',
      body: DescartarPoliticaDto,
    },
    ({ params, body, quien, request }) => politicas.descartar(quien, { ...params, body, clave: idempotencyKey(request) }),
  )
  route(
    app,
    ['POST', '/politica/borradores/:id/activar'],
    {
      ...changeOne,
      id: 'activarPolitica',
      rechaza: ['idempotencia.contenido_distinto', 'politica.acto_no_permitido', 'politica.version_distinta', 'propuesta.otra_persona'],
      paso: 'reciente',
      resumen: 'Pone en vigor el borrador como versión nueva',
      descripcion: 'El siguiente corte publica todo otra vez; lo que deja de ser público se retira también de los cortes pasados.',
      body: ActivarPoliticaDto,
    },
    ({ params, body, quien, request }) => politicas.activar(quien, { ...params, body, clave: idempotencyKey(request) }),
  )
}

function alcanceRoutes(app: FastifyInstance, { alcance }: PoliticasModule): void {
  route(
    app,
    ['GET', '/politica/borradores/:id/alcance'],
    {
      ...see,
      id: 'getAlcancePolitica',
      resumen: 'A quién y qué cambiaría activarlo, por nombre',
      descripcion: 'Sólo nombres de campos, nunca lo que dicen. No cambia nada.',
      permiso: 'politica.administrar',
      rechaza: ['identidad.llave_ausente'],
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
      resumen: 'A quién y qué cambiaría activarlo, en XLSX',
      descripcion: 'Lo que se exporta queda en la bitácora con su SHA-256.',
      permiso: 'politica.administrar',
      rechaza: ['identidad.llave_ausente'],
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
