import type { FastifyInstance, FastifyRequest } from 'fastify'
import { idempotencyKey, route } from '../../../shared/http/contract.ts'
import { ElegidasDto, ValidadasDto, ValidarVariasDto, VistaPreviaValidarDto } from './varias.dto.ts'
import type { VariasService } from './varias.service.ts'

const common = { etiqueta: 'Actos', permiso: 'captura.validar', bodyLimit: 64 * 1024 } as const

export function variasRoutes(app: FastifyInstance, varias: VariasService): void {
  route(
    app,
    ['POST', '/validaciones/vista-previa'],
    {
      ...common,
      id: 'previewValidaciones',
      rechaza: ['datos.bloqueados', 'identidad.llave_ausente'],
      resumen: 'Cuáles se pueden validar, cuáles no y por qué',
      descripcion: 'Con las mismas reglas que el acto. No guarda nada.',
      body: ElegidasDto,
      respuesta: VistaPreviaValidarDto,
    },
    ({ body, quien, request }) => varias.preview(quien, body.candidaturas, tellOf(request)),
  )
  route(
    app,
    ['POST', '/validaciones'],
    {
      ...common,
      id: 'validarCandidaturas',
      rechaza: ['datos.bloqueados'],
      resumen: 'El actor político valida varias: cada una por separado, con su acuse',
      descripcion:
        'Una que no se pueda validar no detiene a las demás. Con el encabezado Idempotency-Key, repetir el mismo envío no valida dos veces y da los mismos acuses.',
      body: ValidarVariasDto,
      respuesta: ValidadasDto,
    },
    ({ body, quien, request }) =>
      varias.validar(quien, {
        ...body,
        clave: idempotencyKey(request),
        tell: tellOf(request),
      }),
  )
}

function tellOf({ log }: FastifyRequest) {
  return (err: unknown) => log.error({ err }, 'a candidatura of several failed')
}
