import type { FastifyInstance } from 'fastify'
import type { CuestionariosVigentes } from '../../captura/index.ts'
import { act } from '../../../shared/act.ts'
import { idempotencyKey, route } from '../../../shared/http/contract.ts'
import type { Deps } from '../../../shared/deps.ts'
import { IdParamsDto } from '../../../shared/validacion/shared.dto.ts'
import { listAnteriores } from './traslado/anteriores.ts'
import type { BorradoresService } from './borradores.service.ts'
import type { TrasladoService } from './traslado/traslado.service.ts'
import {
  ActivarBorradorDto,
  ActoBorradorDto,
  AlcanceVersionDto,
  AprobarBorradorDto,
  BorradorCompletoDto,
  CrearBorradorDto,
  GuardarBorradorDto,
  ListSeccionesAnterioresDto,
  ListVersionesDto,
  MotivoBorradorDto,
  VersionCompletaDto,
} from './versiones.dto.ts'

export interface VersionesModule {
  borradores: BorradoresService
  traslado: TrasladoService
  vigentes: CuestionariosVigentes
}

const see = { etiqueta: 'Versiones', permiso: 'versiones.ver' } as const
const change = { etiqueta: 'Versiones', permiso: 'versiones.administrar', respuesta: ActoBorradorDto } as const
const changeOne = { ...change, params: IdParamsDto } as const
/** A cuestionario of three hundred questions with their help. */
const BODY_LIMIT = 1024 * 1024

export function versionesRoutes(app: FastifyInstance, deps: Deps, parts: VersionesModule): void {
  readRoutes(app, deps, parts)
  anterioresRoutes(app, deps, parts)
  draftRoutes(app, parts)
  decisionRoutes(app, parts)
}

function readRoutes(app: FastifyInstance, { databases }: Deps, { borradores }: VersionesModule): void {
  route(
    app,
    ['GET', '/versiones'],
    { ...see, id: 'listVersiones', resumen: 'Versiones de los cuestionarios y sus borradores', respuesta: ListVersionesDto },
    ({ quien }) => act(databases, quien, (tx) => borradores.list(tx)),
  )
  route(
    app,
    ['GET', '/versiones/:id'],
    { ...see, id: 'getVersionCuestionario', resumen: 'Una versión, como se preguntó', params: IdParamsDto, respuesta: VersionCompletaDto },
    ({ params, quien }) => act(databases, quien, (tx) => borradores.version(tx, params.id)),
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
    ({ params, quien }) => act(databases, quien, (tx) => borradores.detail(tx, quien, params.id)),
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

function draftRoutes(app: FastifyInstance, { borradores }: VersionesModule): void {
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
    ({ body, quien, request }) => borradores.crear(quien, body, idempotencyKey(request)),
  )
  route(
    app,
    ['PUT', '/borradores/:id'],
    {
      ...changeOne,
      id: 'guardarBorrador',
      rechaza: [
        'borrador.acto_no_permitido',
        'borrador.forma_invalida',
        'borrador.formato_lento',
        'borrador.version_distinta',
        'datos.bloqueados',
        'idempotencia.contenido_distinto',
      ],
      resumen: 'Guarda un borrador',
      descripcion: 'Acepta borradores que se contradicen y dice dónde.',
      body: GuardarBorradorDto,
      bodyLimit: BODY_LIMIT,
    },
    ({ params, body, quien, request }) => borradores.guardar(quien, { ...params, body, clave: idempotencyKey(request) }),
  )
  route(
    app,
    ['POST', '/borradores/:id/descartar'],
    {
      ...changeOne,
      id: 'descartarBorrador',
      rechaza: ['borrador.acto_no_permitido', 'borrador.version_distinta', 'datos.bloqueados', 'idempotencia.contenido_distinto'],
      resumen: 'Descarta un borrador',
      body: MotivoBorradorDto,
    },
    ({ params, body, quien, request }) => borradores.descartar(quien, { ...params, body, clave: idempotencyKey(request) }),
  )
}

function decisionRoutes(app: FastifyInstance, { borradores, traslado }: VersionesModule): void {
  route(
    app,
    ['GET', '/borradores/:id/alcance'],
    {
      ...see,
      id: 'getAlcanceBorrador',
      resumen: 'A quiénes alcanzaría activarlo',
      descripcion: 'Hace las mismas cuentas que la activación, sin cambiar nada.',
      permiso: 'versiones.administrar',
      rechaza: ['borrador.acto_no_permitido', 'datos.bloqueados'],
      params: IdParamsDto,
      respuesta: AlcanceVersionDto,
    },
    ({ params, quien }) => traslado.alcance(quien, params.id),
  )
  route(
    app,
    ['POST', '/borradores/:id/aprobar'],
    {
      ...changeOne,
      id: 'aprobarBorrador',
      rechaza: [
        'borrador.acto_no_permitido',
        'borrador.version_distinta',
        'datos.bloqueados',
        'idempotencia.contenido_distinto',
        'propuesta.otra_persona',
      ],
      resumen: 'Asienta el acuerdo con que la Comisión lo aprueba',
      body: AprobarBorradorDto,
    },
    ({ params, body, quien, request }) => borradores.aprobar(quien, { ...params, body, clave: idempotencyKey(request) }),
  )
  route(
    app,
    ['POST', '/borradores/:id/devolver'],
    {
      ...changeOne,
      id: 'devolverBorrador',
      rechaza: ['borrador.acto_no_permitido', 'borrador.version_distinta', 'datos.bloqueados', 'idempotencia.contenido_distinto'],
      resumen: 'Devuelve a borrador lo aprobado que todavía no rige',
      body: MotivoBorradorDto,
    },
    ({ params, body, quien, request }) => borradores.devolver(quien, { ...params, body, clave: idempotencyKey(request) }),
  )
  activationRoutes(app, { borradores, traslado })
}

/** One person proposes, another confirms; an activation that nobody answered yet can be undone. */
function activationRoutes(app: FastifyInstance, { borradores, traslado }: Pick<VersionesModule, 'borradores' | 'traslado'>): void {
  route(
    app,
    ['POST', '/borradores/:id/proponer'],
    {
      ...changeOne,
      id: 'proponerActivacion',
      rechaza: ['borrador.acto_no_permitido', 'borrador.version_distinta', 'datos.bloqueados', 'idempotencia.contenido_distinto'],
      resumen: 'Propone poner en vigor lo aprobado',
      body: ActivarBorradorDto,
    },
    ({ params, body, quien, request }) => traslado.proponer(quien, { ...params, body, clave: idempotencyKey(request) }),
  )
  route(
    app,
    ['POST', '/borradores/:id/retirar'],
    {
      ...changeOne,
      id: 'retirarActivacion',
      rechaza: ['borrador.acto_no_permitido', 'borrador.version_distinta', 'datos.bloqueados', 'idempotencia.contenido_distinto'],
      resumen: 'Retira la propuesta de ponerlo en vigor',
      body: MotivoBorradorDto,
    },
    ({ params, body, quien, request }) => borradores.retirar(quien, { ...params, body, clave: idempotencyKey(request) }),
  )
  route(
    app,
    ['POST', '/borradores/:id/deshacer'],
    {
      ...changeOne,
      id: 'deshacerActivacion',
      rechaza: ['borrador.acto_no_permitido', 'borrador.version_distinta', 'datos.bloqueados', 'idempotencia.contenido_distinto'],
      resumen: 'Deshace la puesta en vigor mientras nadie responda',
      descripcion: 'Devuelve las candidaturas al estado que tenían; lo público no cambia.',
      body: MotivoBorradorDto,
    },
    ({ params, body, quien, request }) => traslado.deshacer(quien, { ...params, body, clave: idempotencyKey(request) }),
  )
  route(
    app,
    ['POST', '/borradores/:id/activar'],
    {
      ...changeOne,
      id: 'activarBorrador',
      rechaza: ['borrador.acto_no_permitido', 'borrador.version_distinta', 'datos.bloqueados', 'idempotencia.contenido_distinto'],
      resumen: 'Confirma la propuesta: pone en vigor lo aprobado y traslada lo capturado',
      descripcion: 'La confirma otra persona que quien la propuso. Abre el deber de informarlo al INE.',
      body: ActivarBorradorDto,
    },
    ({ params, body, quien, request }) => traslado.activar(quien, { ...params, body, clave: idempotencyKey(request) }),
  )
}
