import type { FastifyInstance } from 'fastify'
import { parseJson } from '@conoceles/domain/typed'
import { act } from '../../../shared/act.ts'
import { route, toDto } from '../../../shared/http/contract.ts'
import type { Deps } from '../../../shared/deps.ts'
import { AppError } from '../../../shared/http/errors.ts'
import { readForm } from '../../../shared/http/multipart.ts'
import { IdParamsDto } from '../../../shared/validacion/shared.dto.ts'
import { MAX_BYTES } from './fotografia.ts'
import {
  DatosFotografiaDto,
  FotografiaGuardadaDto,
  FotografiaParamsDto,
  FotografiaQueryDto,
  GuardarFotografiaDto,
} from './fotografias.dto.ts'
import type { FotografiasService } from './fotografias.service.ts'

/** Decoding costs a process each: refused pictures count against the sender too. */
const PER_MINUTE = 20

export function fotografiasRoutes(app: FastifyInstance, deps: Deps, fotografias: FotografiasService): void {
  changeRoutes(app, fotografias)
  readRoutes(app, deps, fotografias)
}

function changeRoutes(app: FastifyInstance, fotografias: FotografiasService): void {
  const common = { etiqueta: 'Captura', permiso: 'captura.capturar', params: IdParamsDto } as const
  route(
    app,
    ['PUT', '/candidaturas/:id/fotografia'],
    {
      ...common,
      id: 'guardarFotografia',
      rechaza: ['captura.cerrada', 'captura.fotografia_invalida', 'captura.limite_de_fotografias'],
      resumen: 'Recibe la fotografía',
      descripcion: 'Reemplaza a la anterior. Se admiten 20 por cuenta y 10 por candidatura en una hora.',
      multipart: GuardarFotografiaDto,
      respuesta: FotografiaGuardadaDto,
      limite: PER_MINUTE,
    },
    async ({ params, quien, request }) => {
      await fotografias.assertAllowed(quien, params.id)
      const { fields, contenido } = await readForm(request, { archivo: 'archivo', maxBytes: MAX_BYTES })
      const { textoAlternativo, tomadaEn, recorte } = await toDto(DatosFotografiaDto, withRecorte(fields))
      return fotografias.guardar(quien, { candidaturaId: params.id, contenido, textoAlternativo, tomadaEn, recorte })
    },
  )
  route(
    app,
    ['DELETE', '/candidaturas/:id/fotografia'],
    { ...common, id: 'retirarFotografia', rechaza: ['captura.cerrada'], resumen: 'Retira la fotografía', respuesta: null },
    ({ params, quien }) => fotografias.retirar(quien, params.id),
  )
}

function readRoutes(app: FastifyInstance, { databases }: Deps, fotografias: FotografiasService): void {
  route(
    app,
    ['GET', '/candidaturas/:id/fotografia/:tamano'],
    {
      id: 'getFotografia',
      resumen: 'Fotografía en un tamaño: la vigente, o una anterior por su huella',
      etiqueta: 'Captura',
      permiso: 'captura.ver',
      params: FotografiaParamsDto,
      query: FotografiaQueryDto,
      respuesta: 'bytes',
      medio: 'image/webp',
    },
    async ({ params, query, quien, reply }) => {
      const asked = { candidaturaId: params.id, tamano: params.tamano, huella: query.huella ?? null }
      const bytes = await act(databases, quien, (tx) => fotografias.read(tx, asked))
      void reply.headers({ 'content-type': 'image/webp', 'cache-control': 'no-store', 'x-content-type-options': 'nosniff' })
      return bytes
    },
  )
}

/** A form carries text: the rectangle comes as JSON. */
function withRecorte(fields: Record<string, unknown>): Record<string, unknown> {
  if (typeof fields.recorte !== 'string') return fields
  try {
    return { ...fields, recorte: parseJson<unknown>(fields.recorte) }
  } catch {
    throw new AppError('entrada.invalida', { errors: [{ field: 'recorte', reasons: ['Debe ser un objeto JSON.'] }] })
  }
}
