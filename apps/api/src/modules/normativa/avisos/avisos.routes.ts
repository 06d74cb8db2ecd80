import type { FastifyInstance } from 'fastify'
import { act } from '../../../shared/act.ts'
import { idempotencyKey, route } from '../../../shared/http/contract.ts'
import type { Deps } from '../../../shared/deps.ts'
import { IdParamsDto } from '../../../shared/validacion/shared.dto.ts'
import { actsOn, BorradorLeidoDto, MotivoBorradorDto } from '../borradores/index.ts'
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
  VersionAvisoCompletaDto,
} from './avisos.dto.ts'

export interface VersionesAvisoModule {
  avisos: BorradoresAvisoService
  aprobacion: AprobacionAvisoService
  pendientes: PendientesAvisoService
}

const etiqueta = 'Avisos de privacidad'
const see = { etiqueta, permiso: 'avisos.ver' } as const
const change = {
  etiqueta,
  permiso: 'avisos.administrar',
  respuesta: ActoAvisoDto,
  rechaza: ['aviso.acto_no_permitido', 'aviso.version_distinta', 'idempotencia.contenido_distinto'],
} as const
/** Both texts at their longest, in letters of several bytes. */
const BODY_LIMIT = 512 * 1024

export function versionesAvisoRoutes(app: FastifyInstance, deps: Deps, parts: VersionesAvisoModule): void {
  readRoutes(app, deps, parts)
  draftRoutes(app, parts)
  actRoutes(app, parts)
  organRoutes(app, parts)
}

function readRoutes(app: FastifyInstance, { databases }: Deps, { avisos }: VersionesAvisoModule): void {
  route(
    app,
    ['GET', '/avisos-privacidad'],
    { ...see, id: 'listAvisosPrivacidad', resumen: 'Versiones del aviso de privacidad y sus borradores', respuesta: ListAvisosDto },
    ({ quien }) => act(databases, quien, (tx) => avisos.list(tx)),
  )
  route(
    app,
    ['GET', '/avisos-privacidad/versiones/:id'],
    { ...see, id: 'getVersionAviso', resumen: 'Una versión publicada', params: IdParamsDto, respuesta: VersionAvisoCompletaDto },
    ({ params, quien }) => act(databases, quien, (tx) => avisos.version(tx, params.id)),
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
    ({ params, quien }) => act(databases, quien, (tx) => avisos.borradores.detail(tx, quien, params.id)),
  )
}

function draftRoutes(app: FastifyInstance, { avisos }: VersionesAvisoModule): void {
  route(
    app,
    ['POST', '/avisos-privacidad/borradores'],
    {
      ...change,
      permiso: 'avisos.redactar',
      id: 'crearBorradorAviso',
      rechaza: ['idempotencia.contenido_distinto', 'ruta.no_existe'],
      resumen: 'Empieza una versión, en blanco o de otra',
      body: CrearAvisoDto,
      estatus: 201,
    },
    ({ body, quien, request }) => avisos.crear(quien, body, idempotencyKey(request)),
  )
}

/** Secretaría and Transparencia write it together; each organ's vote and the publication have their own permission. */
function actRoutes(app: FastifyInstance, { avisos, aprobacion }: VersionesAvisoModule): void {
  const one = actsOn(app, '/avisos-privacidad/borradores', change)
  one(
    ['PUT', ''],
    {
      permiso: 'avisos.redactar',
      id: 'guardarBorradorAviso',
      resumen: 'Guarda un borrador',
      descripcion: 'Acepta textos a los que les faltan partes y dice cuáles.',
      body: GuardarAvisoDto,
      bodyLimit: BODY_LIMIT,
    },
    (quien, pedido) => avisos.guardar(quien, pedido),
  )
  one(
    ['POST', '/enviar'],
    { permiso: 'avisos.redactar', id: 'enviarBorradorAviso', resumen: 'Lo envía a la Comisión', body: BorradorLeidoDto },
    (quien, pedido) => aprobacion.enviar(quien, pedido),
  )
  one(['POST', '/devolver'], { id: 'devolverBorradorAviso', resumen: 'Lo devuelve a borrador', body: MotivoBorradorDto }, (quien, pedido) =>
    avisos.borradores.dejar(quien, { acto: 'devolver', ...pedido }, { enviadoEn: null, comision: null, comite: null }),
  )
  one(['POST', '/descartar'], { id: 'descartarBorradorAviso', resumen: 'Lo descarta', body: MotivoBorradorDto }, (quien, pedido) =>
    avisos.borradores.dejar(quien, { acto: 'descartar', ...pedido }),
  )
}

function organRoutes(app: FastifyInstance, { aprobacion }: VersionesAvisoModule): void {
  const one = actsOn(app, '/avisos-privacidad/borradores', change)
  one(
    ['POST', '/aprobar-comision'],
    {
      id: 'aprobarAvisoComision',
      rechaza: ['actividad.acto_no_permitido', 'propuesta.otra_persona'],
      resumen: 'Asienta el voto con que la Comisión lo aprobó',
      body: AprobarAvisoDto,
    },
    (quien, pedido) => aprobacion.comision(quien, pedido),
  )
  one(
    ['POST', '/aprobar-comite'],
    {
      id: 'aprobarAvisoComite',
      rechaza: ['actividad.acto_no_permitido', 'propuesta.otra_persona'],
      resumen: 'Asienta el voto con que el Comité de Transparencia lo aprobó',
      descripcion: 'La sesión debe tener su acta.',
      permiso: 'avisos.aprobar',
      body: AprobarAvisoDto,
    },
    (quien, pedido) => aprobacion.comite(quien, pedido),
  )
  one(
    ['POST', '/publicar'],
    {
      id: 'publicarAviso',
      rechaza: ['actividad.acto_no_permitido'],
      resumen: 'Publica la versión aprobada',
      descripcion:
        'Rige desde su día, o desde hoy si ya pasó. Vuelve a pedir el consentimiento sólo sobre las decisiones cuyas finalidades cambiaron.',
      body: BorradorLeidoDto,
    },
    (quien, pedido) => aprobacion.publicar(quien, pedido),
  )
}
