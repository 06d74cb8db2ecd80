import type { FastifyInstance, FastifyReply } from 'fastify'
import { route } from '../../../shared/http/contract.ts'
import { EntregableParamsDto, toClave } from '../actividades/index.ts'
import { CertificacionParamsDto, CertificacionQueryDto, ProyectoQueryDto } from './acuerdos.dto.ts'
import type { PapelesAcuerdoService, PapelHecho } from './acuerdos.service.ts'

const paper = { respuesta: 'bytes', medio: '*/*', limite: 60 } as const

export function acuerdosRoutes(app: FastifyInstance, papeles: PapelesAcuerdoService): void {
  route(
    app,
    ['GET', '/entregables/:clave/proyecto-acuerdo'],
    {
      ...paper,
      etiqueta: 'Entregables',
      permiso: 'entregables.ver',
      id: 'exportarProyectoAcuerdo',
      resumen: 'Acuerdo con el que el Pleno termina la actividad, o el de la Comisión que lo precede, en PDF accesible o en DOCX',
      descripcion: 'Lo que nadie confirmó queda como hueco, con su razón, y el documento dice BORRADOR.',
      params: EntregableParamsDto,
      query: ProyectoQueryDto,
    },
    async ({ params, query: { formato = 'pdf', organo = 'pleno' }, quien, reply }) =>
      download(reply, await papeles.proyecto(quien, toClave(params.clave), { formato, organo })),
  )
  route(
    app,
    ['GET', '/documentos/:id/certificacion'],
    {
      ...paper,
      etiqueta: 'Documentos',
      permiso: 'acuerdos.administrar',
      id: 'exportarCertificacion',
      rechaza: ['documento.es_proyecto'],
      resumen: 'Certificación de la copia de un acuerdo, de un acta o de un documento aprobado, para firmarla',
      params: CertificacionParamsDto,
      query: CertificacionQueryDto,
    },
    async ({ params, query: { formato = 'pdf', fojas = null }, quien, reply }) =>
      download(reply, await papeles.certificacion(quien, params.id, { formato, fojas })),
  )
}

function download(reply: FastifyReply, { nombre, medio, contenido }: PapelHecho): Buffer {
  void reply.headers({ 'content-type': medio, 'content-disposition': `attachment; filename="${nombre}"` })
  return contenido
}
