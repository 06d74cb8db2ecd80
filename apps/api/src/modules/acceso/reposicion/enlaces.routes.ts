import type { FastifyInstance } from 'fastify'
import { route } from '../../../shared/http/contract.ts'
import { RecuperarAceptadaDto, RecuperarDto, RestablecerDto, RestablecerParamsDto } from '../acceso.dto.ts'
import type { Background } from '../background.ts'
import type { ContrasenaService } from '../contrasenas/contrasena.service.ts'
import type { NavegadorCookie } from '../tokens/cookie.ts'

const ETIQUETA = 'Acceso'
const MENSAJE = 'Si hay una cuenta con ese correo, recibirá un enlace para restablecer la contraseña.'

/** Routes behind a link received by mail, and those that ask for one. */
export function enlacesRoutes(
  app: FastifyInstance,
  contrasena: ContrasenaService,
  parts: { background: Background; cookie: NavegadorCookie },
): void {
  recuperacionRoutes(app, contrasena, parts.background)
  restablecerRoutes(app, contrasena, parts.cookie)
}

function recuperacionRoutes(app: FastifyInstance, contrasena: ContrasenaService, background: Background): void {
  route(
    app,
    ['POST', '/acceso/recuperar'],
    {
      id: 'recuperar',
      resumen: 'Pide un enlace para restablecer la contraseña',
      descripcion: 'Responde lo mismo haya o no una cuenta con ese correo. El enlace funciona una vez, durante una hora.',
      etiqueta: ETIQUETA,
      permiso: 'anonimo',
      rechaza: ['acceso.correo_no_disponible'],
      body: RecuperarDto,
      respuesta: RecuperarAceptadaDto,
      estatus: 202,
      limite: 10,
    },
    async ({ body }) => {
      contrasena.assertRecoverable()
      background.run(contrasena.sendRecuperacion(body.correo), 'recovery mail')
      return { mensaje: MENSAJE }
    },
  )
}

function restablecerRoutes(app: FastifyInstance, contrasena: ContrasenaService, cookie: NavegadorCookie): void {
  route(
    app,
    ['GET', '/acceso/restablecer/:token'],
    {
      id: 'checkRestablecer',
      resumen: 'Si el enlace recibido todavía funciona',
      descripcion: 'No lo gasta, ni dice de quién es la cuenta.',
      etiqueta: ETIQUETA,
      permiso: 'anonimo',
      rechaza: ['acceso.enlace_invalido'],
      params: RestablecerParamsDto,
      respuesta: null,
      limite: 30,
    },
    ({ params }) => contrasena.checkRestablecer(params.token),
  )
  route(
    app,
    ['POST', '/acceso/restablecer'],
    {
      id: 'restablecer',
      resumen: 'Elige otra contraseña con el enlace recibido',
      descripcion: 'Termina el acceso de todos los dispositivos de la cuenta, y deja conocido el navegador desde el que se eligió.',
      etiqueta: ETIQUETA,
      permiso: 'anonimo',
      rechaza: ['acceso.contrasena_debil', 'acceso.enlace_invalido'],
      body: RestablecerDto,
      respuesta: null,
      limite: 10,
    },
    async ({ body, request, reply }) => {
      const { token, contrasena: nueva } = body
      cookie.set(reply, await contrasena.restablecer(token, { contrasena: nueva, navegador: cookie.read(request), requestId: request.id }))
    },
  )
}
