import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { route } from '../../shared/http/contract.ts'
import { PUBLIC_HEADERS, writeAnswer, type Answer, type Answerer, type AnswersCache } from '../engine/answers.ts'
import { erroresRoutes, indiceRoutes } from './listas/indice.routes.ts'
import { EstadisticaDto, ListEstadisticasDto, TablaParamsDto } from './estadisticas.dto.ts'
import { historiaRoutes } from './historia/historia.routes.ts'
import type { HistoriaService } from './historia/historia.service.ts'
import { Sha256ParamsDto } from './pruebas/pruebas.dto.ts'
import { pruebasRoutes } from './pruebas/pruebas.routes.ts'
import { ArchivoParamsDto, CandidaturaParamsDto, CandidaturaPublicaDto, ListPublicaDto, ListPublicoQueryDto } from './publico.dto.ts'
import {
  AvisoParamsDto,
  AvisoPublicoDto,
  CambiosAvisoDto,
  CambiosAvisoParamsDto,
  ListAvisosPublicosDto,
  ListContiendasDto,
  CalendarioPublicoDto,
  PoliticaPublicaDto,
  ProcesoPublicoDto,
  TerritorioDto,
  VersionAvisoParamsDto,
} from './sitio.dto.ts'
import type { PublicoService } from './publico.service.ts'
import type { PruebasService } from './pruebas/pruebas.service.ts'
import { visitasRoutes } from './visitas/visitas.routes.ts'
import type { VisitasService } from './visitas/visitas.service.ts'

interface PublicoServices {
  publico: PublicoService
  historia: HistoriaService
  pruebas: PruebasService
  visitas: VisitasService
  cache: AnswersCache
}

const common = { etiqueta: 'Público', permiso: 'publico' } as const
const bytes = { ...common, respuesta: 'bytes' } as const

/** `app` has no other hooks than those of everybody: public answers cost as little as they can. */
export function publicoRoutes(app: FastifyInstance, { publico, historia, pruebas, visitas, cache }: PublicoServices): void {
  app.addHook('onRequest', (_request, reply, done) => {
    void reply.headers(PUBLIC_HEADERS)
    done()
  })
  const answer: Answerer = async ({ request, reply }, read) => {
    hand(request, reply, await cache.build(request.raw, read))
  }
  preflight(app)
  procesoRoutes(app, publico, answer)
  indiceRoutes(app, publico, answer)
  erroresRoutes(app, publico, answer)
  avisoRoutes(app, publico, answer)
  estadisticaRoutes(app, publico, answer)
  candidaturaRoutes(app, publico, answer)
  pruebasRoutes(app, pruebas)
  historiaRoutes(app, { historia, cache })
  visitasRoutes(app, visitas)
}

function procesoRoutes(app: FastifyInstance, publico: PublicoService, answer: Answerer): void {
  route(
    app,
    ['GET', '/publico/proceso'],
    { ...bytes, id: 'getProcesoPublico', rechaza: ['ruta.no_existe'], resumen: 'El proceso y sus cifras', forma: ProcesoPublicoDto },
    (incoming) => answer(incoming, publico.recurso('proceso')),
  )
  route(
    app,
    ['GET', '/publico/contiendas'],
    { ...bytes, id: 'listContiendas', rechaza: ['ruta.no_existe'], resumen: 'Contiendas', forma: ListContiendasDto },
    (incoming) => answer(incoming, publico.recurso('contiendas')),
  )
  route(
    app,
    ['GET', '/publico/territorio'],
    {
      ...bytes,
      id: 'getTerritorio',
      rechaza: ['ruta.no_existe'],
      resumen: 'A qué municipio y distrito pertenece cada sección',
      forma: TerritorioDto,
    },
    (incoming) => answer(incoming, publico.recurso('territorio')),
  )
  route(
    app,
    ['GET', '/publico/politica'],
    {
      ...bytes,
      id: 'getPoliticaPublica',
      rechaza: ['ruta.no_existe'],
      resumen: 'Qué se publica de cada candidatura, con qué fundamento y desde cuándo',
      forma: PoliticaPublicaDto,
    },
    (incoming) => answer(incoming, publico.recurso('politica')),
  )
  route(
    app,
    ['GET', '/publico/calendario'],
    {
      ...bytes,
      id: 'getFechasPublicas',
      rechaza: ['ruta.no_existe'],
      resumen: 'Las fechas públicas del proceso, para leerlas',
      forma: CalendarioPublicoDto,
    },
    (incoming) => answer(incoming, publico.recurso('calendario')),
  )
  route(
    app,
    ['GET', '/publico/calendario.ics'],
    {
      ...bytes,
      id: 'getCalendarioPublico',
      rechaza: ['ruta.no_existe'],
      resumen: 'Las fechas públicas del proceso, para suscribirse (RFC 5545)',
      medio: 'text/calendar',
    },
    (incoming) => answer(incoming, publico.recurso('calendario.ics')),
  )
}

/** The aviso de privacidad: the one in force, and each version under an address that does not change. */
function avisoRoutes(app: FastifyInstance, publico: PublicoService, answer: Answerer): void {
  const base = '/publico/avisos-privacidad'
  const version = 'avisos-privacidad/versiones'
  route(
    app,
    ['GET', base],
    {
      ...bytes,
      id: 'listAvisosPublicos',
      rechaza: ['ruta.no_existe'],
      resumen: 'Versiones del aviso de privacidad',
      forma: ListAvisosPublicosDto,
    },
    (incoming) => answer(incoming, publico.recurso('avisos-privacidad')),
  )
  route(
    app,
    ['GET', `${base}/:tipo`],
    { ...bytes, id: 'getAvisoPublico', resumen: 'Aviso de privacidad vigente', params: AvisoParamsDto, forma: AvisoPublicoDto },
    (incoming) => answer(incoming, publico.recurso(`avisos-privacidad/${incoming.params.tipo}`)),
  )
  route(
    app,
    ['GET', `${base}/versiones/:version/:tipo`],
    { ...bytes, id: 'getVersionAvisoPublico', resumen: 'Una versión del aviso', params: VersionAvisoParamsDto, forma: AvisoPublicoDto },
    (incoming) => answer(incoming, publico.recurso(`${version}/${incoming.params.version}/${incoming.params.tipo}`)),
  )
  route(
    app,
    ['GET', `${base}/versiones/:version/:tipo/aviso.pdf`],
    {
      ...bytes,
      id: 'getPdfAvisoPublico',
      resumen: 'Una versión, para imprimir (PDF/UA)',
      params: VersionAvisoParamsDto,
      medio: 'application/pdf',
    },
    (incoming) => answer(incoming, publico.recurso(`${version}/${incoming.params.version}/${incoming.params.tipo}/aviso.pdf`)),
  )
  route(
    app,
    ['GET', `${base}/versiones/:version/:tipo/cambios/:de`],
    {
      ...bytes,
      id: 'getCambiosAvisoPublico',
      resumen: 'Qué cambió de una versión a otra',
      params: CambiosAvisoParamsDto,
      forma: CambiosAvisoDto,
    },
    (incoming) =>
      answer(incoming, publico.recurso(`${version}/${incoming.params.version}/${incoming.params.tipo}/cambios/${incoming.params.de}`)),
  )
}

function estadisticaRoutes(app: FastifyInstance, publico: PublicoService, answer: Answerer): void {
  const statistics = { ...bytes, etiqueta: 'Estadísticas' } as const
  route(
    app,
    ['GET', '/publico/estadisticas'],
    {
      ...statistics,
      id: 'listEstadisticas',
      rechaza: ['ruta.no_existe'],
      resumen: 'Tablas de estadística que hay',
      forma: ListEstadisticasDto,
    },
    (incoming) => answer(incoming, publico.recurso('estadisticas')),
  )
  route(
    app,
    ['GET', '/publico/estadisticas/:tabla'],
    {
      ...statistics,
      id: 'getEstadistica',
      resumen: 'Una tabla de estadística',
      descripcion:
        'Las tablas son fijas: no hay filtros. En las de identidad cada cifra es el intervalo en que está el número, y se cuentan sólo en los días fijados; las demás cambian con cada corte.',
      params: TablaParamsDto,
      forma: EstadisticaDto,
    },
    (incoming) => answer(incoming, publico.recurso(`estadisticas/${incoming.params.tabla}`)),
  )
  route(
    app,
    ['GET', '/publico/estadisticas/:tabla/csv'],
    { ...statistics, id: 'getEstadisticaCsv', resumen: 'La misma tabla para hoja de cálculo', params: TablaParamsDto, medio: 'text/csv' },
    (incoming) => answer(incoming, publico.recurso(`estadisticas/${incoming.params.tabla}/csv`)),
  )
}

function candidaturaRoutes(app: FastifyInstance, publico: PublicoService, answer: Answerer): void {
  route(
    app,
    ['GET', '/publico/candidaturas'],
    {
      ...bytes,
      id: 'listCandidaturasPublicas',
      resumen: 'Busca candidaturas',
      descripcion:
        'Vienen en un orden fijo, por su lugar en el registro, para recorrerlas por páginas. No es en el que se muestran a la ciudadanía: dentro de cada contienda el de cada día se sortea, y está en `/publico/indice` y en `/publico/contiendas/{clave}`. El encabezado `Link` (RFC 8288) da la primera página (`rel="first"`) y, si la hay, la siguiente (`rel="next"`).',
      query: ListPublicoQueryDto,
      forma: ListPublicaDto,
      encabezados: ['link'],
    },
    (incoming) => answer(incoming, publico.list(incoming.query, incoming.request.url)),
  )
  route(
    app,
    ['GET', '/publico/candidaturas/:id'],
    {
      ...bytes,
      id: 'getCandidaturaPublica',
      resumen: 'Página de una candidatura',
      params: CandidaturaParamsDto,
      forma: CandidaturaPublicaDto,
    },
    (incoming) => answer(incoming, publico.candidatura(incoming.params.id)),
  )
  route(
    app,
    ['GET', '/publico/fotografias/:archivo'],
    { ...bytes, id: 'getFotografiaPublica', resumen: 'Fotografía', params: ArchivoParamsDto, medio: 'image/webp' },
    (incoming) => answer(incoming, publico.recurso(`fotografias/${incoming.params.archivo}`)),
  )
  route(
    app,
    ['GET', '/publico/recursos/:sha256'],
    {
      ...bytes,
      id: 'getRecurso',
      resumen: 'Los bytes de un recurso, también de cortes pasados',
      descripcion:
        'De las candidaturas y sus fotografías sólo los vigentes; de las versiones anteriores queda la huella en cada corte firmado.',
      params: Sha256ParamsDto,
      medio: '*/*',
    },
    (incoming) => answer(incoming, publico.recursoBySha256(incoming.params.sha256)),
  )
}

/** A program in another site that names the ETag it has asks first whether it may. */
function preflight(app: FastifyInstance): void {
  app.route({
    method: 'OPTIONS',
    url: '/publico/*',
    schema: { hide: true },
    config: { sinContrato: true },
    handler: (_request, reply) => reply.code(204).headers(PREFLIGHT).send(),
  })
}

const PREFLIGHT = {
  'access-control-allow-methods': 'GET, HEAD',
  'access-control-allow-headers': 'if-none-match',
  'access-control-max-age': '86400',
}

function hand(request: FastifyRequest, reply: FastifyReply, answer: Answer): void {
  reply.hijack()
  writeAnswer(request.raw, reply.raw, answer)
}
