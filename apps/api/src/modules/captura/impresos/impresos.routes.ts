import type { FastifyInstance, FastifyReply } from 'fastify'
import { route } from '../../../shared/http/contract.ts'
import { Texto, Uuid } from '../../../shared/validacion/fields.ts'
import { IdParamsDto } from '../../../shared/validacion/shared.dto.ts'
import type { ImpresosService } from './impresos.service.ts'

export class AcuseParamsDto {
  @Uuid({ descripcion: 'Candidatura.' }) id: string
  @Texto({ descripcion: 'Folio del acuse.', max: 60, ejemplo: 'ABCDE-FGHJK-LMNPQ' }) folio: string
}

const pdf = { respuesta: 'bytes', medio: 'application/pdf' } as const

export function impresosRoutes(app: FastifyInstance, impresos: ImpresosService): void {
  route(
    app,
    ['GET', '/candidaturas/:id/acuses/:folio'],
    {
      ...pdf,
      id: 'getAcuseCandidatura',
      resumen: 'Acuse de un acto sobre la candidatura, en PDF con código QR',
      etiqueta: 'Actos',
      permiso: 'captura.ver',
      params: AcuseParamsDto,
    },
    async ({ params, quien, reply }) => hand(reply, `acuse-${params.folio}`, await impresos.acuse(quien, params)),
  )
  route(
    app,
    ['GET', '/candidaturas/:id/consentimiento/formato-en-blanco'],
    {
      ...pdf,
      id: 'getFormatoEnBlanco',
      resumen: 'Formato de consentimiento con los datos de la persona, para firmarlo a mano',
      etiqueta: 'Consentimientos',
      permiso: 'consentimiento.otorgar',
      params: IdParamsDto,
    },
    async ({ params, quien, reply }) => hand(reply, 'formato-de-consentimiento', await impresos.formato(quien, params.id)),
  )
}

function hand(reply: FastifyReply, name: string, contenido: Buffer): Buffer {
  void reply.headers({ 'content-type': 'application/pdf', 'content-disposition': `attachment; filename="${name}.pdf"` })
  return contenido
}
