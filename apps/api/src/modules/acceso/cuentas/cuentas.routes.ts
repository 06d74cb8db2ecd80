import type { FastifyInstance } from 'fastify'
import { route } from '../../../shared/http/contract.ts'
import { IdParamsDto } from '../../../shared/validacion/shared.dto.ts'
import { CargoCuentaDto, ListCuentasDto, ListCuentasQueryDto } from './cuentas.dto.ts'
import type { CuentasService } from './cuentas.service.ts'

const ETIQUETA = 'Acceso'

export function cuentasRoutes(app: FastifyInstance, cuentas: CuentasService): void {
  route(
    app,
    ['GET', '/acceso/cuentas'],
    {
      id: 'listCuentas',
      resumen: 'Cuentas del sistema, y quiénes responden por cada una',
      etiqueta: ETIQUETA,
      permiso: 'cuentas.ver',
      query: ListCuentasQueryDto,
      respuesta: ListCuentasDto,
    },
    ({ query: { despues = null, q = null, rol = null, estatus = null, actor = null } }) =>
      cuentas.list({ q, rol, estatus, actor }, despues),
  )
  route(
    app,
    ['PUT', '/acceso/cuentas/:id/cargo'],
    {
      id: 'putCargoCuenta',
      paso: 'reciente',
      resumen: 'Registra el cargo de una cuenta del instituto',
      etiqueta: ETIQUETA,
      permiso: 'cuentas.administrar',
      rechaza: ['cuenta.acto_no_permitido'],
      params: IdParamsDto,
      body: CargoCuentaDto,
      respuesta: null,
    },
    ({ params, body, quien }) => cuentas.registrarCargo(quien, params.id, body.cargo),
  )
  route(
    app,
    ['POST', '/acceso/cuentas/:id/desactivar'],
    {
      id: 'deactivateCuenta',
      paso: 'reciente',
      resumen: 'Desactiva una cuenta y termina sus accesos',
      etiqueta: ETIQUETA,
      permiso: 'cuentas.administrar',
      rechaza: ['acceso.cuenta_propia'],
      params: IdParamsDto,
      respuesta: null,
    },
    ({ params, quien }) => cuentas.desactivar(quien, params.id),
  )
}
