import type { FastifyInstance } from 'fastify'
import { route } from '../../shared/contract.ts'
import { IdParamsDto } from '../../shared/shared.dto.ts'
import { CreateCuentaDto, CuentaCreadaDto, ListCuentasDto, ListCuentasQueryDto } from './cuentas.dto.ts'
import type { CuentasService } from './cuentas.service.ts'

const ETIQUETA = 'Acceso'

export function cuentasRoutes(app: FastifyInstance, cuentas: CuentasService): void {
  route(
    app,
    ['GET', '/acceso/cuentas'],
    {
      id: 'listCuentas',
      resumen: 'Cuentas del sistema',
      etiqueta: ETIQUETA,
      permiso: 'cuentas.administrar',
      query: ListCuentasQueryDto,
      respuesta: ListCuentasDto,
    },
    ({ query }) => cuentas.list(query.despues ?? null),
  )
  route(
    app,
    ['POST', '/acceso/cuentas'],
    {
      id: 'createCuenta',
      paso: 'reciente',
      resumen: 'Invita a una persona',
      descripcion: 'Envía por correo un enlace que funciona una vez, durante 24 horas. Repetirla renueva la invitación que no se aceptó.',
      etiqueta: ETIQUETA,
      permiso: 'cuentas.administrar',
      body: CreateCuentaDto,
      respuesta: CuentaCreadaDto,
      estatus: 201,
    },
    ({ body, quien }) =>
      cuentas.invitar(quien, { ...body, actorPoliticoId: body.actorPoliticoId ?? null, candidaturaId: body.candidaturaId ?? null }),
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
      params: IdParamsDto,
      respuesta: null,
    },
    ({ params, quien }) => cuentas.desactivar(quien, params.id),
  )
}
