import type { FastifyInstance, FastifyReply } from 'fastify'
import { idempotencyKey, route } from '../../shared/http/contract.ts'
import { toIso } from '../../shared/clock.ts'
import type { Deps } from '../../shared/deps.ts'
import { AppError } from '../../shared/http/errors.ts'
import { IdParamsDto } from '../../shared/validacion/shared.dto.ts'
import { AuthDto, CuentaPropiaDto, EntrarDto, ListDispositivosDto, PruebaDto } from './acceso.dto.ts'
import type { AccesoService } from './acceso.service.ts'
import type { ConfirmacionService } from './factores/confirmacion.service.ts'
import type { ContrasenaService } from './contrasenas/contrasena.service.ts'
import { invitacionesRoutes } from './cuentas/invitaciones.routes.ts'
import type { NavegadorCookie, RefreshCookie } from './tokens/cookie.ts'
import { demostracionRoutes, type Enter } from './demostracion/demostracion.routes.ts'
import type { Auth, EntradaService } from './entrada/entrada.service.ts'
import { origenOf } from './origen.ts'
import { altaOf, demandPrueba, pruebaOf } from './factores/pruebas.dto.ts'
import type { NavegadoresService } from './entrada/navegadores.service.ts'
import { signTokenAcceso } from './tokens/token-acceso.ts'

interface Services {
  acceso: AccesoService
  confirmacion: ConfirmacionService
  contrasena: ContrasenaService
  cookie: RefreshCookie
  entrada: EntradaService
  navegadorCookie: NavegadorCookie
  navegadores: NavegadoresService
}

const ETIQUETA = 'Acceso'

type Answer = (reply: FastifyReply, auth: Auth) => AuthDto

export function accesoRoutes(app: FastifyInstance, deps: Deps, services: Services): void {
  const answer: Answer = (reply, auth) => {
    services.cookie.set(reply, auth.refresco, auth.venceEn)
    const { cuenta, codigosRecuperacion } = auth
    const now = deps.clock.system()
    const segundosRestantes = Math.floor((auth.terminaEn.getTime() - now.epochMilliseconds) / 1_000)
    return { ...signTokenAcceso(app, { sub: cuenta.id, sid: auth.familiaId }, now), segundosRestantes, cuenta, codigosRecuperacion }
  }
  const enter: Enter = (reply, { recuerdo, ...auth }) => {
    services.navegadorCookie.set(reply, recuerdo)
    return answer(reply, auth)
  }
  entrarRoute(app, services, enter)
  cookieRoutes(app, services, answer)
  confirmarRoute(app, services)
  ownRoutes(app, services)
  demostracionRoutes(app, deps, { ...services, enter })
  invitacionesRoutes(app, services.contrasena, { ...services, enter })
}

function entrarRoute(app: FastifyInstance, services: Services, enter: Enter): void {
  const { entrada, navegadorCookie, navegadores } = services
  route(
    app,
    ['POST', '/acceso/entrar'],
    {
      id: 'entrar',
      resumen: 'Entra con correo y contraseña',
      descripcion:
        'Responde un token de acceso de 10 minutos y deja el de renovación en una cookie. Con la contraseña correcta, un 401 dice en `segundoFactor` qué falta mostrar o registrar; se repite la petición con ello.',
      etiqueta: ETIQUETA,
      permiso: 'anonimo',
      rechaza: [
        'acceso.codigo_invalido',
        'acceso.credenciales_invalidas',
        'acceso.enlace_invalido',
        'acceso.espera',
        'acceso.factor_por_registrar',
        'acceso.llave_ausente',
        'acceso.passkey_invalida',
        'acceso.segundo_factor_requerido',
      ],
      body: EntrarDto,
      respuesta: AuthDto,
      // A stranger on the same network must not use up the attempts of a browser that is known.
      limite: { max: 10, por: async (request) => (await navegadores.find(navegadorCookie.read(request)))?.id ?? request.ip },
    },
    async ({ body, request, reply }) => {
      const { correo, contrasena, alta, enlace = null } = body
      const shown = { prueba: pruebaOf(body), alta: alta ? altaOf(alta) : null, enlace }
      return enter(reply, await entrada.entrar({ correo, contrasena, ...shown, ...origenOf(request, navegadorCookie) }))
    },
  )
}

/** Routes that the browser's cookie opens: they must come from our own console. */
function cookieRoutes(app: FastifyInstance, { acceso, cookie }: Services, answer: Answer): void {
  route(
    app,
    ['POST', '/acceso/renovar'],
    {
      id: 'renovar',
      resumen: 'Cambia la cookie de renovación por un token de acceso nuevo',
      descripcion:
        'Necesita la cabecera `X-Conoceles: 1` y el origen de la consola. Cada cookie sirve una vez: la repetida termina el acceso. Con Idempotency-Key, quien no recibió la respuesta la pide otra vez con la misma cookie y la misma clave.',
      etiqueta: ETIQUETA,
      permiso: 'anonimo',
      rechaza: ['acceso.origen_invalido', 'acceso.renovacion_invalida', 'idempotencia.contenido_distinto'],
      respuesta: AuthDto,
      // Every page that somebody opens asks once, and a whole office may come from one address.
      limite: 300,
    },
    async ({ request, reply }) => {
      const token = cookie.take(request)
      if (!token) throw new AppError('acceso.renovacion_invalida')
      const intento = idempotencyKey(request)
      try {
        return answer(reply, await acceso.renovar(token, { intento, requestId: request.id }))
      } catch (error) {
        if (error instanceof AppError) cookie.clear(reply)
        throw error
      }
    },
  )
  route(
    app,
    ['POST', '/acceso/salir'],
    {
      id: 'salir',
      resumen: 'Termina el acceso de este dispositivo',
      descripcion: 'Necesita la cabecera `X-Conoceles: 1` y el origen de la consola.',
      etiqueta: ETIQUETA,
      permiso: 'anonimo',
      rechaza: ['acceso.origen_invalido'],
      respuesta: null,
      limite: 60,
    },
    async ({ request, reply }) => {
      const token = cookie.take(request)
      if (token) await acceso.salir(token, request.id)
      cookie.clear(reply)
      void reply.header('clear-site-data', '"cache"')
    },
  )
}

function confirmarRoute(app: FastifyInstance, { confirmacion }: Services): void {
  route(
    app,
    ['POST', '/acceso/confirmacion'],
    {
      id: 'confirmarFactor',
      resumen: 'Comprueba otra vez el segundo factor de esta sesión',
      descripcion: 'Durante 10 minutos la sesión puede realizar los actos que responden `acceso.factor_reciente`.',
      etiqueta: ETIQUETA,
      permiso: 'acceso.propio',
      rechaza: ['acceso.espera', 'acceso.factor_invalido', 'acceso.llave_ausente', 'acceso.passkey_invalida'],
      body: PruebaDto,
      respuesta: null,
      limite: 10,
    },
    ({ body, quien, request }) => confirmacion.confirmar(quien, { familiaId: request.familiaId ?? '', prueba: demandPrueba(body) }),
  )
}

function ownRoutes(app: FastifyInstance, { acceso }: Services): void {
  route(
    app,
    ['GET', '/acceso/yo'],
    {
      id: 'findCuentaPropia',
      resumen: 'La cuenta con la que se entró',
      etiqueta: ETIQUETA,
      permiso: 'acceso.propio',
      respuesta: CuentaPropiaDto,
    },
    ({ quien }) => acceso.findOwn(quien),
  )
  route(
    app,
    ['GET', '/acceso/dispositivos'],
    {
      id: 'listDispositivos',
      resumen: 'Dispositivos con acceso',
      etiqueta: ETIQUETA,
      permiso: 'acceso.propio',
      respuesta: ListDispositivosDto,
    },
    async ({ quien, request }) => {
      const rows = await acceso.listDispositivos(quien)
      return {
        elementos: rows.map((row) => ({
          ...row,
          creadoEn: toIso(row.creadoEn),
          ultimoUsoEn: toIso(row.ultimoUsoEn),
          actual: row.id === request.familiaId,
        })),
      }
    },
  )
  route(
    app,
    ['DELETE', '/acceso/dispositivos/:id'],
    {
      id: 'revokeDispositivo',
      resumen: 'Termina el acceso de un dispositivo propio',
      etiqueta: ETIQUETA,
      permiso: 'acceso.propio',
      params: IdParamsDto,
      respuesta: null,
    },
    ({ quien, params }) => acceso.revokeDispositivo(quien, params.id),
  )
}
