import type { FastifyInstance, FastifyReply } from 'fastify'
import { route } from '../../../shared/http/contract.ts'
import type { Deps } from '../../../shared/deps.ts'
import { IdParamsDto } from '../../../shared/validacion/shared.dto.ts'
import { AuthDto } from '../acceso.dto.ts'
import type { NavegadorCookie } from '../tokens/cookie.ts'
import { CodigoDemostracionDto, ListDemostracionDto } from './demostracion.dto.ts'
import { DemostracionService } from './demostracion.service.ts'
import type { Entered, EntradaService } from '../entrada/entrada.service.ts'
import { origenOf } from '../origen.ts'

const ETIQUETA = 'Acceso'
const SOLO = 'Existe sólo en un simulacro; en un proceso real la dirección no existe.'
/** A room where a whole institute is trained may come from one address. */
const PER_MINUTE = 120

/** Answers an entry: its token, the cookie that renews it and the one by which the browser is known. */
export type Enter = (reply: FastifyReply, entered: Entered) => AuthDto

interface Parts {
  entrada: EntradaService
  enter: Enter
  navegadorCookie: NavegadorCookie
}

/** Nothing at all outside a simulacro. */
export function demostracionRoutes(app: FastifyInstance, deps: Deps, { entrada, enter, navegadorCookie }: Parts): void {
  if (deps.config.modo !== 'simulacro') return
  const demostracion = new DemostracionService(deps, entrada)
  route(
    app,
    ['GET', '/acceso/demostracion'],
    {
      id: 'listDemostracion',
      resumen: 'Cuentas con las que se prueba el simulacro',
      descripcion: SOLO,
      etiqueta: ETIQUETA,
      permiso: 'anonimo',
      respuesta: ListDemostracionDto,
      limite: PER_MINUTE,
    },
    async () => ({ elementos: await demostracion.listar() }),
  )
  route(
    app,
    ['POST', '/acceso/demostracion/:id'],
    {
      id: 'entrarDemostracion',
      resumen: 'Entra con una cuenta de demostración, sin contraseña ni código',
      descripcion: SOLO,
      etiqueta: ETIQUETA,
      permiso: 'anonimo',
      params: IdParamsDto,
      respuesta: AuthDto,
      limite: PER_MINUTE,
    },
    async ({ params, request, reply }) => enter(reply, await demostracion.entrar(params.id, origenOf(request, navegadorCookie))),
  )
  route(
    app,
    ['GET', '/acceso/demostracion/codigo'],
    {
      id: 'getCodigoDemostracion',
      resumen: 'El código que la propia cuenta de demostración puede mostrar ahora',
      descripcion: SOLO,
      etiqueta: ETIQUETA,
      permiso: 'acceso.propio',
      rechaza: ['acceso.llave_ausente', 'ruta.no_existe'],
      respuesta: CodigoDemostracionDto,
      limite: PER_MINUTE,
    },
    ({ quien }) => demostracion.codigo(quien),
  )
}
