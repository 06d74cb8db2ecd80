import type { FastifyInstance } from 'fastify'
import type { CuestionariosVigentes } from '../../captura/index.ts'
import { act } from '../../../shared/act.ts'
import { idempotencyKey, route } from '../../../shared/http/contract.ts'
import type { Deps } from '../../../shared/deps.ts'
import { IdParamsDto } from '../../../shared/validacion/shared.dto.ts'
import { actsOn, BorradorLeidoDto, MotivoBorradorDto } from '../borradores/index.ts'
import { listAnteriores } from './traslado/anteriores.ts'
import type { BorradoresService } from './borradores.service.ts'
import { SIN_APROBAR, SIN_PROPUESTA } from './registro.ts'
import type { TrasladoService } from './traslado/traslado.service.ts'
import {
  ActoBorradorDto,
  AlcanceVersionDto,
  AprobarBorradorDto,
  BorradorCompletoDto,
  CrearBorradorDto,
  GuardarBorradorDto,
  ListSeccionesAnterioresDto,
  ListVersionesDto,
  VersionCompletaDto,
} from './versiones.dto.ts'

export interface VersionesModule {
  versiones: BorradoresService
  traslado: TrasladoService
  vigentes: CuestionariosVigentes
}

const see = { etiqueta: 'Versiones', permiso: 'versiones.ver' } as const
const change = {
  etiqueta: 'Versiones',
  permiso: 'versiones.administrar',
  respuesta: ActoBorradorDto,
  rechaza: ['borrador.acto_no_permitido', 'borrador.version_distinta', 'datos.bloqueados', 'idempotencia.contenido_distinto'],
} as const
/** A cuestionario of three hundred questions with their help. */
const BODY_LIMIT = 1024 * 1024

export function versionesRoutes(app: FastifyInstance, deps: Deps, parts: VersionesModule): void {
  readRoutes(app, deps, parts)
  anterioresRoutes(app, deps, parts)
  draftRoutes(app, parts)
  actRoutes(app, parts)
  activationRoutes(app, parts)
}

function readRoutes(app: FastifyInstance, { databases }: Deps, { versiones }: VersionesModule): void {
  route(
    app,
    ['GET', '/versiones'],
    { ...see, id: 'listVersiones', resumen: 'Versiones de los cuestionarios y sus borradores', respuesta: ListVersionesDto },
    ({ quien }) => act(databases, quien, (tx) => versiones.list(tx)),
  )
  route(
    app,
    ['GET', '/versiones/:id'],
    { ...see, id: 'getVersionCuestionario', resumen: 'Una versión, como se preguntó', params: IdParamsDto, respuesta: VersionCompletaDto },
    ({ params, quien }) => act(databases, quien, (tx) => versiones.version(tx, params.id)),
  )
  route(
    app,
    ['GET', '/borradores/:id'],
    {
      ...see,
      id: 'getBorrador',
      resumen: 'Un borrador, con sus contradicciones y lo que cambia de la versión que rige',
      params: IdParamsDto,
      respuesta: BorradorCompletoDto,
    },
    ({ params, quien }) => act(databases, quien, (tx) => versiones.borradores.detail(tx, quien, params.id)),
  )
}

function anterioresRoutes(app: FastifyInstance, { databases }: Deps, { vigentes }: VersionesModule): void {
  route(
    app,
    ['GET', '/candidaturas/:id/captura/anteriores'],
    {
      id: 'listSeccionesAnteriores',
      resumen: 'Lo capturado bajo versiones anteriores del cuestionario',
      etiqueta: 'Captura',
      permiso: 'captura.ver',
      params: IdParamsDto,
      respuesta: ListSeccionesAnterioresDto,
    },
    ({ params, quien }) => act(databases, quien, (tx) => listAnteriores(tx, vigentes, params.id)),
  )
}

function draftRoutes(app: FastifyInstance, { versiones, traslado }: VersionesModule): void {
  route(
    app,
    ['POST', '/borradores'],
    {
      ...change,
      id: 'crearBorrador',
      rechaza: ['idempotencia.contenido_distinto', 'ruta.no_existe'],
      resumen: 'Empieza un borrador, vacío o de una versión',
      body: CrearBorradorDto,
      estatus: 201,
    },
    ({ body, quien, request }) => versiones.crear(quien, body, idempotencyKey(request)),
  )
  route(
    app,
    ['GET', '/borradores/:id/alcance'],
    {
      ...see,
      id: 'getAlcanceBorrador',
      rechaza: ['borrador.acto_no_permitido', 'datos.bloqueados'],
      resumen: 'A quiénes alcanzaría activarlo',
      descripcion: 'Hace las mismas cuentas que la activación, sin cambiar nada.',
      permiso: 'versiones.administrar',
      params: IdParamsDto,
      respuesta: AlcanceVersionDto,
    },
    ({ params, quien }) => traslado.alcance(quien, params.id),
  )
}

function actRoutes(app: FastifyInstance, { versiones }: VersionesModule): void {
  const one = actsOn(app, '/borradores', change)
  one(
    ['PUT', ''],
    {
      id: 'guardarBorrador',
      rechaza: ['borrador.forma_invalida', 'borrador.formato_lento'],
      resumen: 'Guarda un borrador',
      descripcion: 'Acepta borradores que se contradicen y dice dónde.',
      body: GuardarBorradorDto,
      bodyLimit: BODY_LIMIT,
    },
    (quien, pedido) => versiones.guardar(quien, pedido),
  )
  one(['POST', '/descartar'], { id: 'descartarBorrador', resumen: 'Descarta un borrador', body: MotivoBorradorDto }, (quien, pedido) =>
    versiones.borradores.dejar(quien, { acto: 'descartar', ...pedido }),
  )
  one(
    ['POST', '/aprobar'],
    {
      id: 'aprobarBorrador',
      rechaza: ['propuesta.otra_persona'],
      resumen: 'Asienta el acuerdo con que la Comisión lo aprueba',
      body: AprobarBorradorDto,
    },
    (quien, pedido) => versiones.aprobar(quien, pedido),
  )
  one(
    ['POST', '/devolver'],
    { id: 'devolverBorrador', resumen: 'Devuelve a borrador lo aprobado que todavía no rige', body: MotivoBorradorDto },
    (quien, pedido) => versiones.borradores.dejar(quien, { acto: 'devolver', ...pedido }, SIN_APROBAR),
  )
}

/** One person proposes, another confirms; an activation that nobody answered yet can be undone. */
function activationRoutes(app: FastifyInstance, { versiones, traslado }: VersionesModule): void {
  const one = actsOn(app, '/borradores', change)
  one(
    ['POST', '/proponer'],
    { id: 'proponerActivacion', resumen: 'Propone poner en vigor lo aprobado', body: BorradorLeidoDto },
    (quien, pedido) => traslado.proponer(quien, pedido),
  )
  one(
    ['POST', '/retirar'],
    { id: 'retirarActivacion', resumen: 'Retira la propuesta de ponerlo en vigor', body: MotivoBorradorDto },
    (quien, pedido) => versiones.borradores.dejar(quien, { acto: 'retirar', ...pedido }, SIN_PROPUESTA),
  )
  one(
    ['POST', '/deshacer'],
    {
      id: 'deshacerActivacion',
      resumen: 'Deshace la puesta en vigor mientras nadie responda',
      descripcion: 'Devuelve las candidaturas al estado que tenían; lo público no cambia.',
      body: MotivoBorradorDto,
    },
    (quien, pedido) => traslado.deshacer(quien, pedido),
  )
  one(
    ['POST', '/activar'],
    {
      id: 'activarBorrador',
      resumen: 'Confirma la propuesta: pone en vigor lo aprobado y traslada lo capturado',
      descripcion: 'La confirma otra persona que quien la propuso. Abre el deber de informarlo al INE.',
      body: BorradorLeidoDto,
    },
    (quien, pedido) => traslado.activar(quien, pedido),
  )
}
