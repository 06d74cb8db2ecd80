import type { FastifyInstance } from 'fastify'
import { act } from '../../../shared/act.ts'
import { idempotencyKey, route } from '../../../shared/http/contract.ts'
import type { Deps } from '../../../shared/deps.ts'
import { IdParamsDto } from '../../../shared/validacion/shared.dto.ts'
import type { AprobacionAvisoService } from './aprobacion.service.ts'
import type { BorradoresAvisoService } from './borradores.service.ts'
import type { PendientesAvisoService } from './pendientes.service.ts'
import {
  ActoAvisoDto,
  AprobarAvisoDto,
  BorradorAvisoCompletoDto,
  CrearAvisoDto,
  GuardarAvisoDto,
  ListAvisosDto,
  MotivoAvisoDto,
  VersionAvisoCompletaDto,
  VersionLeidaAvisoDto,
} from './avisos.dto.ts'

export interface VersionesAvisoModule {
  borradores: BorradoresAvisoService
  aprobacion: AprobacionAvisoService
  pendientes: PendientesAvisoService
}

const etiqueta = 'Avisos de privacidad'
const see = { etiqueta, permiso: 'avisos.ver' } as const
const change = { etiqueta, permiso: 'avisos.administrar', respuesta: ActoAvisoDto } as const
const changeOne = { ...change, params: IdParamsDto } as const
/** Secretaría and Transparencia write it together; approving and publishing stay where they were. */
const write = { ...change, permiso: 'avisos.redactar' } as const
const writeOne = { ...write, params: IdParamsDto } as const
/** Both texts at their longest, in letters of several bytes. */
const BODY_LIMIT = 512 * 1024

export function versionesAvisoRoutes(app: FastifyInstance, deps: Deps, parts: VersionesAvisoModule): void {
  readRoutes(app, deps, parts)
  draftRoutes(app, parts)
  organRoutes(app, parts)
  publishRoutes(app, parts)
}

function readRoutes(app: FastifyInstance, { databases }: Deps, { borradores }: VersionesAvisoModule): void {
  route(
    app,
    ['GET', '/avisos-privacidad'],
    { ...see, id: 'listAvisosPrivacidad', resumen: 'Versiones del aviso de privacidad y sus borradores', respuesta: ListAvisosDto },
    ({ quien }) => act(databases, quien, (tx) => borradores.list(tx)),
  )
  route(
    app,
    ['GET', '/avisos-privacidad/versiones/:id'],
    { ...see, id: 'getVersionAviso', resumen: 'Una versión publicada', params: IdParamsDto, respuesta: VersionAvisoCompletaDto },
    ({ params, quien }) => act(databases, quien, (tx) => borradores.version(tx, params.id)),
  )
  route(
    app,
    ['GET', '/avisos-privacidad/borradores/:id'],
    {
      ...see,
      id: 'getBorradorAviso',
      resumen: 'Un borrador, con lo que le falta y lo que cambia',
      params: IdParamsDto,
      respuesta: BorradorAvisoCompletoDto,
    },
    ({ params, quien }) => act(databases, quien, (tx) => borradores.detail(tx, quien, params.id)),
  )
}

function draftRoutes(app: FastifyInstance, { borradores }: VersionesAvisoModule): void {
  route(
    app,
    ['POST', '/avisos-privacidad/borradores'],
    {
      ...write,
      id: 'crearBorradorAviso',
      rechaza: ['idempotencia.contenido_distinto', 'ruta.no_existe'],
      resumen: 'Empieza una versión, en blanco o de otra',
      body: CrearAvisoDto,
      estatus: 201,
    },
    ({ body, quien, request }) => borradores.crear(quien, body, idempotencyKey(request)),
  )
  route(
    app,
    ['PUT', '/avisos-privacidad/borradores/:id'],
    {
      ...writeOne,
      id: 'guardarBorradorAviso',
      rechaza: ['aviso.acto_no_permitido', 'aviso.version_distinta', 'idempotencia.contenido_distinto'],
      resumen: 'Guarda un borrador',
      descripcion: 'Acepta textos a los que les faltan partes y dice cuáles.',
      body: GuardarAvisoDto,
      bodyLimit: BODY_LIMIT,
    },
    ({ params, body, quien, request }) => borradores.guardar(quien, { ...params, body, clave: idempotencyKey(request) }),
  )
  route(
    app,
    ['POST', '/avisos-privacidad/borradores/:id/enviar'],
    {
      ...writeOne,
      id: 'enviarBorradorAviso',
      rechaza: ['aviso.acto_no_permitido', 'aviso.version_distinta', 'idempotencia.contenido_distinto'],
      resumen: 'Lo envía a la Comisión',
      body: VersionLeidaAvisoDto,
    },
    ({ params, body, quien, request }) => borradores.enviar(quien, { ...params, body, clave: idempotencyKey(request) }),
  )
  route(
    app,
    ['POST', '/avisos-privacidad/borradores/:id/devolver'],
    {
      ...changeOne,
      id: 'devolverBorradorAviso',
      rechaza: ['aviso.acto_no_permitido', 'aviso.version_distinta', 'idempotencia.contenido_distinto'],
      resumen: 'Lo devuelve a borrador',
      body: MotivoAvisoDto,
    },
    ({ params, body, quien, request }) => borradores.devolver(quien, { ...params, body, clave: idempotencyKey(request) }),
  )
  route(
    app,
    ['POST', '/avisos-privacidad/borradores/:id/descartar'],
    {
      ...changeOne,
      id: 'descartarBorradorAviso',
      rechaza: ['aviso.acto_no_permitido', 'aviso.version_distinta', 'idempotencia.contenido_distinto'],
      resumen: 'Lo descarta',
      body: MotivoAvisoDto,
    },
    ({ params, body, quien, request }) => borradores.descartar(quien, { ...params, body, clave: idempotencyKey(request) }),
  )
}

function organRoutes(app: FastifyInstance, { aprobacion }: VersionesAvisoModule): void {
  route(
    app,
    ['POST', '/avisos-privacidad/borradores/:id/aprobar-comision'],
    {
      ...changeOne,
      id: 'aprobarAvisoComision',
      rechaza: [
        'actividad.acto_no_permitido',
        'aviso.acto_no_permitido',
        'aviso.version_distinta',
        'idempotencia.contenido_distinto',
        'propuesta.otra_persona',
      ],
      resumen: 'Asienta el voto con que la Comisión lo aprobó',
      body: AprobarAvisoDto,
    },
    ({ params, body, quien, request }) => aprobacion.comision(quien, { ...params, body, clave: idempotencyKey(request) }),
  )
  route(
    app,
    ['POST', '/avisos-privacidad/borradores/:id/aprobar-comite'],
    {
      ...changeOne,
      id: 'aprobarAvisoComite',
      resumen: 'Asienta el voto con que el Comité de Transparencia lo aprobó',
      descripcion: 'La sesión debe tener su acta.',
      permiso: 'avisos.aprobar',
      rechaza: [
        'actividad.acto_no_permitido',
        'aviso.acto_no_permitido',
        'aviso.version_distinta',
        'idempotencia.contenido_distinto',
        'propuesta.otra_persona',
      ],
      body: AprobarAvisoDto,
    },
    ({ params, body, quien, request }) => aprobacion.comite(quien, { ...params, body, clave: idempotencyKey(request) }),
  )
}

function publishRoutes(app: FastifyInstance, { aprobacion }: VersionesAvisoModule): void {
  route(
    app,
    ['POST', '/avisos-privacidad/borradores/:id/publicar'],
    {
      ...changeOne,
      id: 'publicarAviso',
      rechaza: ['actividad.acto_no_permitido', 'aviso.acto_no_permitido', 'aviso.version_distinta', 'idempotencia.contenido_distinto'],
      resumen: 'Publica la versión aprobada',
      descripcion:
        'Rige desde su día, o desde hoy si ya pasó. Vuelve a pedir el consentimiento sólo sobre las decisiones cuyas finalidades cambiaron.',
      body: VersionLeidaAvisoDto,
    },
    ({ params, body, quien, request }) => aprobacion.publicar(quien, { ...params, body, clave: idempotencyKey(request) }),
  )
}
