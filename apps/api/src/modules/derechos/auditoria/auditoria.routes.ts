import type { FastifyInstance } from 'fastify'
import { isOneOf } from '@conoceles/domain/typed'
import { act } from '../../../shared/act.ts'
import { route } from '../../../shared/http/contract.ts'
import type { Deps } from '../../../shared/deps.ts'
import { ListBitacoraDto, ListBitacoraQueryDto, type ActoBitacoraDto } from './bitacora.dto.ts'
import type { ActoLeido, FiltroBitacora, Hallados, LecturaBitacoraService } from './lectura.service.ts'
import { ExportarPreguntaQueryDto, ListPreguntasDto, ResponderPreguntaQueryDto, RespuestaPreguntaDto } from './preguntas/preguntas.dto.ts'
import type { Pedido, PreguntasService } from './preguntas/preguntas.service.ts'
import { CLAVES_PREGUNTA, PREGUNTAS, type ClavePregunta } from './preguntas/preguntas.ts'
import type { VencidosService } from './vencidos.service.ts'

export interface Auditoria {
  lectura: LecturaBitacoraService
  preguntas: PreguntasService
  vencidos: VencidosService
}

const ask = { etiqueta: 'Auditoría', permiso: 'auditoria.preguntar', paso: isPersonal } as const

export function auditoriaRoutes(app: FastifyInstance, deps: Deps, { lectura, preguntas }: Auditoria): void {
  bitacoraEnPalabrasRoute(app, deps, lectura)
  bitacoraPropiaRoute(app, deps, lectura)
  route(
    app,
    ['GET', '/auditoria/preguntas'],
    {
      ...{ etiqueta: 'Auditoría', permiso: 'auditoria.preguntar' },
      id: 'listPreguntasAuditoria',
      resumen: 'Preguntas de auditoría',
      respuesta: ListPreguntasDto,
    },
    () => Promise.resolve({ elementos: CLAVES_PREGUNTA.map((clave) => ({ clave, ...PREGUNTAS[clave] })) }),
  )
  route(
    app,
    ['GET', '/auditoria/respuesta'],
    {
      ...ask,
      id: 'responderPregunta',
      rechaza: ['candidatura.retirada'],
      resumen: 'La respuesta a una pregunta de auditoría, con los actos que la prueban',
      descripcion: 'Si trae datos personales pide confirmar la identidad, y leerla es un acto de la bitácora.',
      query: ResponderPreguntaQueryDto,
      respuesta: RespuestaPreguntaDto,
    },
    ({ query, quien }) => preguntas.responder(quien, toPedido(query)),
  )
  route(
    app,
    ['GET', '/auditoria/archivo'],
    {
      ...ask,
      id: 'exportarPregunta',
      rechaza: ['candidatura.retirada'],
      resumen: 'La misma respuesta, en un archivo',
      query: ExportarPreguntaQueryDto,
      respuesta: 'bytes',
      medio: '*/*',
      limite: 30,
    },
    async ({ query, quien, reply }) => {
      const { nombre, medio, contenido } = await preguntas.exportar(quien, toPedido(query), query.formato)
      void reply.headers({ 'content-type': medio, 'content-disposition': `attachment; filename="${nombre}"` })
      return contenido
    },
  )
}

function bitacoraEnPalabrasRoute(app: FastifyInstance, { databases }: Deps, lectura: LecturaBitacoraService): void {
  route(
    app,
    ['GET', '/bitacora'],
    {
      id: 'listBitacora',
      resumen: 'Actos de la bitácora, con sus palabras y por ellas',
      descripcion: 'Una búsqueda de palabras poco frecuentes puede traer menos de 50 actos y seguir en `siguiente`.',
      etiqueta: 'Bitácora',
      permiso: 'bitacora.ver',
      rechaza: ['candidatura.retirada'],
      query: ListBitacoraQueryDto,
      respuesta: ListBitacoraDto,
    },
    ({ query, quien }) => act(databases, quien, (tx) => listed(lectura.list(tx, quien, { ...ANY, ...query }))),
  )
}

/** Acts of the account that asks, and of no other. */
function bitacoraPropiaRoute(app: FastifyInstance, { databases }: Deps, lectura: LecturaBitacoraService): void {
  route(
    app,
    ['GET', '/bitacora/propia'],
    {
      id: 'listBitacoraPropia',
      resumen: 'Los actos de la propia cuenta, con sus palabras y por ellas',
      etiqueta: 'Bitácora',
      permiso: 'bitacora.propia',
      rechaza: ['candidatura.retirada'],
      query: ListBitacoraQueryDto,
      respuesta: ListBitacoraDto,
    },
    ({ query, quien }) => act(databases, quien, (tx) => listed(lectura.list(tx, quien, { ...ANY, ...query, cuentaId: quien.cuentaId }))),
  )
}

async function listed(hallados: Promise<Hallados>): Promise<ListBitacoraDto> {
  const { actos, siguiente } = await hallados
  return { elementos: actos.map(toDto), siguiente: siguiente === null ? null : String(siguiente) }
}

/** Questions that tell of persons ask for a factor proved in the last minutes. */
function isPersonal({ pregunta }: Readonly<Record<string, unknown>>): boolean {
  return isOneOf(CLAVES_PREGUNTA, pregunta) && PREGUNTAS[pregunta as ClavePregunta].personal
}

function toPedido({ pregunta, desde, hasta, texto }: ResponderPreguntaQueryDto): Pedido {
  return { pregunta, desde: desde ?? null, hasta: hasta ?? null, texto: texto ?? null }
}

const ANY: FiltroBitacora = {
  ...{ despues: null, desde: null, hasta: null, materia: null, acto: null },
  ...{ cuentaId: null, objetoId: null, cuenta: null, sobre: null, texto: null },
}

function toDto({ row, contenido, palabras }: ActoLeido): ActoBitacoraDto {
  const { en, sistema, acto, rol, cuenta, objeto, detalle } = contenido
  return { n: row.n, en, sistema, acto, rol, cuenta, objeto, detalle, palabras, hash: row.hash }
}
