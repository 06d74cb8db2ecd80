import type { FastifyInstance } from 'fastify'
import { act } from '../../../shared/act.ts'
import { idempotencyKey, route } from '../../../shared/http/contract.ts'
import type { Deps } from '../../../shared/deps.ts'
import { IdParamsDto } from '../../../shared/validacion/shared.dto.ts'
import { ConfirmarDatoDto, DatoPackDto, DeshacerConfirmacionDto, EscribirDatoDto, ListDatosPackDto } from './confirmaciones.dto.ts'
import type { ConfirmacionesService } from './confirmaciones.service.ts'

const ETIQUETA = 'Proceso'

export function confirmacionesRoutes(app: FastifyInstance, { databases, config }: Deps, confirmaciones: ConfirmacionesService): void {
  route(
    app,
    ['GET', '/confirmaciones'],
    {
      id: 'listDatosPack',
      resumen: 'Los datos del paquete que nadie confirmó, y los que el Instituto confirmó',
      etiqueta: ETIQUETA,
      permiso: 'confirmaciones.ver',
      respuesta: ListDatosPackDto,
    },
    ({ quien }) => act(databases, quien, async (tx) => ({ sitio: config.origen, elementos: await confirmaciones.list(tx, quien) })),
  )
  route(
    app,
    ['POST', '/confirmaciones'],
    {
      id: 'confirmarDato',
      resumen: 'Confirma un dato del paquete con el documento que lo dice',
      descripcion: 'El dato queda confirmado cuando otra persona lo confirma con el mismo documento y la misma fecha.',
      etiqueta: ETIQUETA,
      permiso: 'confirmaciones.administrar',
      rechaza: [
        'confirmacion.hecha',
        'confirmacion.misma_persona',
        'confirmacion.otra_fuente',
        'confirmacion.sin_valor',
        'confirmacion.valor_distinto',
        'idempotencia.contenido_distinto',
        'ruta.no_existe',
      ],
      body: ConfirmarDatoDto,
      respuesta: DatoPackDto,
      estatus: 201,
    },
    ({ body, quien, request }) => confirmaciones.confirmar(quien, body, idempotencyKey(request)),
  )
  route(
    app,
    ['POST', '/confirmaciones/:id/deshacer'],
    {
      id: 'deshacerConfirmacion',
      resumen: 'Deshace una confirmación: el dato vuelve a estar por confirmar',
      etiqueta: ETIQUETA,
      permiso: 'confirmaciones.administrar',
      rechaza: ['confirmacion.deshecha', 'idempotencia.contenido_distinto'],
      params: IdParamsDto,
      body: DeshacerConfirmacionDto,
      respuesta: DatoPackDto,
    },
    ({ params, body, quien, request }) => confirmaciones.deshacer(quien, { ...params, ...body, clave: idempotencyKey(request) }),
  )
  escritosRoutes(app, confirmaciones)
}

function escritosRoutes(app: FastifyInstance, confirmaciones: ConfirmacionesService): void {
  route(
    app,
    ['POST', '/confirmaciones/escritos'],
    {
      id: 'escribirDato',
      resumen: 'Escribe el texto de un dato que el paquete no trae',
      descripcion: 'Los documentos lo imprimen cuando otra persona de la Secretaría lo confirma.',
      etiqueta: ETIQUETA,
      permiso: 'confirmaciones.administrar',
      rechaza: ['confirmacion.con_valor', 'idempotencia.contenido_distinto', 'ruta.no_existe'],
      body: EscribirDatoDto,
      respuesta: DatoPackDto,
      estatus: 201,
    },
    ({ body, quien, request }) => confirmaciones.escribir(quien, body, idempotencyKey(request)),
  )
  route(
    app,
    ['POST', '/confirmaciones/escritos/:id/retirar'],
    {
      id: 'retirarDatoEscrito',
      resumen: 'Retira el texto escrito de un dato, mientras nadie lo confirma',
      etiqueta: ETIQUETA,
      permiso: 'confirmaciones.administrar',
      rechaza: ['confirmacion.hecha', 'confirmacion.retirado', 'idempotencia.contenido_distinto'],
      params: IdParamsDto,
      body: DeshacerConfirmacionDto,
      respuesta: DatoPackDto,
    },
    ({ params, body, quien, request }) => confirmaciones.retirar(quien, { ...params, ...body, clave: idempotencyKey(request) }),
  )
}
