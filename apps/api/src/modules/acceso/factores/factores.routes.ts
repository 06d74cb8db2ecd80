import type { FastifyInstance } from 'fastify'
import { route } from '../../../shared/http/contract.ts'
import { IdParamsDto } from '../../../shared/validacion/shared.dto.ts'
import { AltaFactorDto, CodigosRecuperacionDto, OpcionesAltaDto, PruebaDto } from '../acceso.dto.ts'
import { ListFactoresDto, RenombrarFactorDto, RetoPasskeyDto } from './factores.dto.ts'
import type { FactoresService } from './factores.service.ts'
import { altaOf, demandPrueba } from './pruebas.dto.ts'
import type { PruebasService } from './pruebas.service.ts'

interface Services {
  factores: FactoresService
  pruebas: PruebasService
}

const OWN = { etiqueta: 'Acceso', permiso: 'acceso.propio' } as const
const RECENT = { ...OWN, paso: 'reciente' } as const

export function factoresRoutes(app: FastifyInstance, services: Services): void {
  readRoutes(app, services)
  addRoutes(app, services)
  changeRoutes(app, services)
}

function readRoutes(app: FastifyInstance, { factores, pruebas }: Services): void {
  route(
    app,
    ['GET', '/acceso/factores'],
    { ...OWN, id: 'listFactores', resumen: 'Segundos factores propios', respuesta: ListFactoresDto },
    ({ quien }) => factores.list(quien),
  )
  route(
    app,
    ['POST', '/acceso/factores/reto'],
    {
      ...OWN,
      id: 'challengeFactor',
      resumen: 'Pide un reto para mostrar una llave de acceso propia',
      descripcion: 'Sirve una vez, durante 5 minutos. `passkey` es nulo si la cuenta no tiene llaves de acceso.',
      respuesta: RetoPasskeyDto,
    },
    ({ quien }) => pruebas.describeOwn(quien),
  )
}

function addRoutes(app: FastifyInstance, { factores }: Services): void {
  route(
    app,
    ['POST', '/acceso/factores/alta'],
    {
      ...RECENT,
      id: 'beginFactor',
      resumen: 'Empieza a registrar otro factor',
      descripcion: 'Da las dos maneras de registrarlo, durante 15 minutos.',
      respuesta: OpcionesAltaDto,
    },
    ({ quien }) => factores.begin(quien),
  )
  route(
    app,
    ['POST', '/acceso/factores'],
    {
      ...OWN,
      id: 'addFactor',
      rechaza: ['acceso.factor_invalido', 'acceso.llave_ausente', 'acceso.passkey_invalida'],
      resumen: 'Registra otro factor',
      descripcion: 'Con el primero responde los códigos de recuperación: no se vuelven a mostrar.',
      body: AltaFactorDto,
      respuesta: CodigosRecuperacionDto,
      estatus: 201,
      limite: 30,
    },
    async ({ body, quien }) => ({ codigosRecuperacion: await factores.add(quien, altaOf(body)) }),
  )
  route(
    app,
    ['POST', '/acceso/factores/codigos'],
    {
      ...RECENT,
      id: 'renewCodigosRecuperacion',
      rechaza: ['acceso.factor_ninguno'],
      resumen: 'Hace códigos de recuperación nuevos',
      descripcion: 'Los anteriores dejan de servir. No se vuelven a mostrar.',
      respuesta: CodigosRecuperacionDto,
    },
    async ({ quien }) => ({ codigosRecuperacion: await factores.renewCodigos(quien) }),
  )
}

function changeRoutes(app: FastifyInstance, { factores }: Services): void {
  route(
    app,
    ['PUT', '/acceso/factores/:id'],
    {
      ...OWN,
      id: 'renameFactor',
      resumen: 'Cambia el nombre de un factor propio',
      params: IdParamsDto,
      body: RenombrarFactorDto,
      respuesta: null,
    },
    ({ params, body, quien }) => factores.rename(quien, params.id, body.nombre),
  )
  route(
    app,
    ['POST', '/acceso/factores/:id/retirar'],
    {
      ...OWN,
      id: 'removeFactor',
      rechaza: [
        'acceso.espera',
        'acceso.factor_invalido',
        'acceso.factor_mismo',
        'acceso.factor_ultimo',
        'acceso.llave_ausente',
        'acceso.passkey_invalida',
      ],
      resumen: 'Quita un factor propio',
      descripcion: 'Pide la prueba de otro factor, o un código de recuperación. El último no se quita mientras el rol exija uno.',
      params: IdParamsDto,
      body: PruebaDto,
      respuesta: null,
      limite: 30,
    },
    ({ params, body, quien, request }) =>
      factores.remove({ quien, familiaId: request.familiaId ?? '', prueba: demandPrueba(body) }, params.id),
  )
}
