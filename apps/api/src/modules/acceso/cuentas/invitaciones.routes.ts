import type { FastifyInstance } from 'fastify'
import { route } from '../../../shared/http/contract.ts'
import { AcceptInvitacionDto, AuthDto, InvitacionDto, InvitacionParamsDto } from '../acceso.dto.ts'
import type { ContrasenaService } from '../contrasenas/contrasena.service.ts'
import type { Enter } from '../demostracion/demostracion.routes.ts'
import { altaOf } from '../factores/pruebas.dto.ts'
import { origenOf } from '../origen.ts'
import { InvitacionPedidaDto } from '../personas/personas.dto.ts'
import type { NavegadorCookie } from '../tokens/cookie.ts'

const ETIQUETA = 'Acceso'

interface Entering {
  enter: Enter
  navegadorCookie: NavegadorCookie
}

/** Routes behind the link of an invitation. */
export function invitacionesRoutes(app: FastifyInstance, contrasena: ContrasenaService, entering: Entering): void {
  aceptarRoutes(app, contrasena, entering)
  pedirRoutes(app, contrasena)
}

function pedirRoutes(app: FastifyInstance, contrasena: ContrasenaService): void {
  route(
    app,
    ['POST', '/acceso/invitaciones/:token/pedir'],
    {
      id: 'pedirInvitacion',
      resumen: 'Pide otra invitación con un enlace que ya no funciona',
      descripcion: 'No envía nada: avisa a quienes pueden enviarla. Pedirla dos veces es pedirla una.',
      etiqueta: ETIQUETA,
      permiso: 'anonimo',
      rechaza: ['acceso.enlace_invalido'],
      params: InvitacionParamsDto,
      respuesta: InvitacionPedidaDto,
      limite: 10,
    },
    async ({ params, request }) => ({ estatus: await contrasena.pedirInvitacion(params.token, request.id) }),
  )
}

function aceptarRoutes(app: FastifyInstance, contrasena: ContrasenaService, { enter, navegadorCookie }: Entering): void {
  route(
    app,
    ['GET', '/acceso/invitaciones/:token'],
    {
      id: 'findInvitacion',
      resumen: 'Lo que hace falta para activar una cuenta',
      etiqueta: ETIQUETA,
      permiso: 'anonimo',
      rechaza: ['acceso.enlace_invalido'],
      params: InvitacionParamsDto,
      respuesta: InvitacionDto,
      limite: 30,
    },
    ({ params }) => contrasena.findInvitacion(params.token),
  )
  route(
    app,
    ['POST', '/acceso/invitaciones/:token'],
    {
      id: 'acceptInvitacion',
      resumen: 'Activa la cuenta con una contraseña y, si el rol lo exige, un segundo factor',
      descripcion:
        'Sin `alta`, un 401 dice en `segundoFactor` cómo registrar el factor; se repite la petición con él. Quien la activa queda dentro: responde un token de acceso, y sus códigos de recuperación, que no se vuelven a mostrar.',
      etiqueta: ETIQUETA,
      permiso: 'anonimo',
      rechaza: [
        'acceso.codigo_activacion',
        'acceso.codigo_invalido',
        'acceso.contrasena_debil',
        'acceso.enlace_invalido',
        'acceso.factor_por_registrar',
        'acceso.llave_ausente',
        'acceso.passkey_invalida',
      ],
      params: InvitacionParamsDto,
      body: AcceptInvitacionDto,
      respuesta: AuthDto,
      limite: 30,
    },
    async ({ params, body, request, reply }) => {
      const alta = body.alta ? altaOf(body.alta) : null
      const entrada = { contrasena: body.contrasena, alta, codigoActivacion: body.codigoActivacion ?? null }
      return enter(reply, await contrasena.acceptInvitacion(params.token, { ...entrada, ...origenOf(request, navegadorCookie) }))
    },
  )
}
