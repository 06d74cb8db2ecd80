import type { FastifyInstance, FastifyReply } from 'fastify'
import { act } from '../../../shared/act.ts'
import { route } from '../../../shared/http/contract.ts'
import type { Deps } from '../../../shared/deps.ts'
import { readForm } from '../../../shared/http/multipart.ts'
import { IdParamsDto } from '../../../shared/validacion/shared.dto.ts'
import { DocumentoDto, RecibirDocumentoDto } from './documentos.dto.ts'
import { MAX_DOCUMENTO, type DocumentosService } from './documentos.service.ts'

const common = { etiqueta: 'Acuerdos' } as const

export function documentosRoutes(app: FastifyInstance, { databases }: Deps, documentos: DocumentosService): void {
  route(
    app,
    ['POST', '/documentos'],
    {
      ...common,
      id: 'recibirDocumento',
      resumen: 'Recibe el documento de un acto',
      descripcion: 'PDF, DOCX o XLSX, por su contenido; sin macros ni contraseña.',
      permiso: 'documentos.recibir',
      rechaza: ['entrada.archivo_invalido'],
      multipart: RecibirDocumentoDto,
      respuesta: DocumentoDto,
      estatus: 201,
    },
    async ({ quien, request }) => documentos.recibir(quien, await readForm(request, { archivo: 'archivo', maxBytes: MAX_DOCUMENTO })),
  )
  route(
    app,
    ['GET', '/documentos/:id'],
    {
      ...common,
      id: 'getDocumento',
      resumen: 'El documento, como se recibió',
      permiso: 'acuerdos.ver',
      params: IdParamsDto,
      respuesta: 'bytes',
      medio: '*/*',
    },
    async ({ params, quien, reply }) => sendDocumento(reply, await act(databases, quien, (tx) => documentos.read(tx, params.id))),
  )
}

/** To be kept, never to be opened where it came from. */
export function sendDocumento(reply: FastifyReply, { contenido, medio, archivo }: Awaited<ReturnType<DocumentosService['read']>>): Buffer {
  void reply.headers({
    'content-type': medio,
    'content-disposition': `attachment; filename="${archivo}"`,
    'content-security-policy': 'sandbox',
  })
  return contenido
}
