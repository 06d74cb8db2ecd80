import type { FastifyInstance } from 'fastify'
import { ListCandidaturasQueryDto, toFilter } from '../../registro/index.ts'
import { route } from '../../../shared/http/contract.ts'
import { AvanceActoresDto, TableroCapturaDto, TableroExportarQueryDto } from './tablero.dto.ts'
import type { TableroCapturaService } from './tablero.service.ts'

const PAGE = 50
const common = { etiqueta: 'Tablero', permiso: 'tablero.ver' } as const
/** Candidaturas that left are followed no more. */
const VIGENTES = { estatus: 'aprobada' } as const

export function tableroRoutes(app: FastifyInstance, tablero: TableroCapturaService): void {
  route(
    app,
    ['GET', '/tablero'],
    {
      ...common,
      id: 'getTableroCaptura',
      rechaza: ['datos.bloqueados'],
      resumen: 'Cómo va la captura de las candidaturas vigentes: por contienda, por persona y por sección',
      query: ListCandidaturasQueryDto,
      respuesta: TableroCapturaDto,
    },
    ({ query: { orden = 'boleta', despues = null, limite = PAGE, ...query }, quien }) =>
      tablero.read(quien, { filter: toFilter({ ...query, ...VIGENTES }), pagina: { orden, despues, limite } }),
  )
  route(
    app,
    ['GET', '/tablero/actores'],
    {
      ...common,
      id: 'getAvanceActores',
      rechaza: ['datos.bloqueados'],
      resumen: 'Cómo va cada actor político en cada sección, y lo enviado y verificado por día',
      respuesta: AvanceActoresDto,
    },
    ({ quien }) => tablero.actores(quien),
  )
  route(
    app,
    ['GET', '/tablero/exportar'],
    {
      ...common,
      id: 'exportarTableroCaptura',
      rechaza: ['datos.bloqueados'],
      resumen: 'El tablero en XLSX o en CSV',
      descripcion: 'Lo que se exporta queda en la bitácora con su SHA-256.',
      query: TableroExportarQueryDto,
      respuesta: 'bytes',
      medio: '*/*',
      limite: 30,
    },
    async ({ query: { formato, ...query }, quien, reply }) => {
      const { nombre, medio, contenido } = await tablero.exportar(quien, { filter: toFilter({ ...query, ...VIGENTES }), formato })
      void reply.headers({ 'content-type': medio, 'content-disposition': `attachment; filename="${nombre}"` })
      return contenido
    },
  )
}
