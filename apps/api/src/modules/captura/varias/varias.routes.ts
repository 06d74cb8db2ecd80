import type { FastifyInstance, FastifyRequest } from 'fastify'
import { idempotencyKey, route } from '../../../shared/http/contract.ts'
import { ElegidasDto, HechasDto, LeidasDto, VistaPreviaVariasDto } from './varias.dto.ts'
import type { VariasService } from './varias.service.ts'

const common = { etiqueta: 'Actos', bodyLimit: 64 * 1024 } as const
const preview = {
  ...common,
  descripcion: 'Con las mismas reglas que el acto. No guarda nada.',
  body: ElegidasDto,
  respuesta: VistaPreviaVariasDto,
} as const
const act = {
  ...common,
  descripcion:
    'Una que no se pueda no detiene a las demás. Con el encabezado Idempotency-Key, repetir el mismo envío no lo hace dos veces y da los mismos acuses.',
  body: LeidasDto,
  respuesta: HechasDto,
} as const

export function variasRoutes(app: FastifyInstance, varias: VariasService): void {
  validarRoutes(app, varias)
  verificarRoutes(app, varias)
}

function validarRoutes(app: FastifyInstance, varias: VariasService): void {
  route(
    app,
    ['POST', '/validaciones/vista-previa'],
    {
      ...preview,
      id: 'previewValidaciones',
      permiso: 'captura.validar',
      rechaza: ['datos.bloqueados', 'identidad.llave_ausente'],
      resumen: 'Cuáles se pueden validar, cuáles no y por qué',
    },
    ({ body, quien, request }) => varias.preview(quien, 'validar', { ids: body.candidaturas, tell: tellOf(request) }),
  )
  route(
    app,
    ['POST', '/validaciones'],
    {
      ...act,
      id: 'validarCandidaturas',
      permiso: 'captura.validar',
      rechaza: ['datos.bloqueados'],
      resumen: 'El actor político valida varias: cada una por separado, con su acuse',
    },
    ({ body, quien, request }) => varias.hacer(quien, { ...body, acto: 'validar', clave: idempotencyKey(request), tell: tellOf(request) }),
  )
}

function verificarRoutes(app: FastifyInstance, varias: VariasService): void {
  route(
    app,
    ['POST', '/verificaciones/vista-previa'],
    {
      ...preview,
      id: 'previewVerificaciones',
      permiso: 'captura.verificar',
      rechaza: ['candidatura.acto_no_permitido', 'datos.bloqueados'],
      resumen: 'Cuáles se pueden verificar sin observaciones, cuáles no y por qué',
    },
    ({ body, quien, request }) => varias.preview(quien, 'verificar', { ids: body.candidaturas, tell: tellOf(request) }),
  )
  route(
    app,
    ['POST', '/verificaciones'],
    {
      ...act,
      id: 'verificarCandidaturas',
      permiso: 'captura.verificar',
      rechaza: ['candidatura.acto_no_permitido', 'datos.bloqueados'],
      resumen: 'El instituto verifica sin observaciones varias que la persona revisora abrió, si lo permite: cada una con su acuse',
    },
    ({ body, quien, request }) =>
      varias.hacer(quien, { ...body, acto: 'verificar', clave: idempotencyKey(request), tell: tellOf(request) }),
  )
}

function tellOf({ log }: FastifyRequest) {
  return (err: unknown) => log.error({ err }, 'a candidatura of several failed')
}
