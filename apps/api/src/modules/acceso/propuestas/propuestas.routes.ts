import type { FastifyInstance } from 'fastify'
import { toIso } from '../../../shared/clock.ts'
import { route } from '../../../shared/http/contract.ts'
import { IdParamsDto } from '../../../shared/validacion/shared.dto.ts'
import { personasRoutes } from '../personas/personas.routes.ts'
import type { PersonasService } from '../personas/personas.service.ts'
import {
  CodigoActivacionDto,
  CreatePropuestaCuentaDto,
  ListPropuestasCuentaDto,
  PropuestaCuentaCreadaDto,
  RechazarPropuestaCuentaDto,
  type PropuestaCuentaDto,
} from './propuestas.dto.ts'
import type { PropuestasService, PropuestaVista } from './propuestas.service.ts'

const ETIQUETA = 'Acceso'

export function propuestasRoutes(app: FastifyInstance, propuestas: PropuestasService, personas: PersonasService): void {
  proponerRoutes(app, propuestas)
  confirmarRoutes(app, propuestas)
  personasRoutes(app, personas, propuestas)
}

function proponerRoutes(app: FastifyInstance, propuestas: PropuestasService): void {
  route(
    app,
    ['GET', '/acceso/propuestas'],
    {
      id: 'listPropuestasCuenta',
      resumen: 'Cuentas propuestas que esperan a quien las confirme',
      etiqueta: ETIQUETA,
      permiso: 'cuentas.confirmar',
      respuesta: ListPropuestasCuentaDto,
    },
    async ({ quien }) => {
      const { vistas, confirmadores } = await propuestas.list(quien)
      return { elementos: vistas.map((vista) => toDto(vista, quien.cuentaId)), confirmadores }
    },
  )
  route(
    app,
    ['POST', '/acceso/propuestas'],
    {
      id: 'createPropuestaCuenta',
      paso: 'reciente',
      resumen: 'Propone una cuenta',
      descripcion: 'No envía nada: la invitación sale cuando otra persona la confirma.',
      etiqueta: ETIQUETA,
      permiso: 'cuentas.administrar',
      rechaza: ['acceso.correo_no_disponible', 'acceso.correo_repetido', 'propuesta.repetida'],
      body: CreatePropuestaCuentaDto,
      respuesta: PropuestaCuentaCreadaDto,
      estatus: 201,
    },
    ({ body, quien }) =>
      propuestas.proponer(quien, { ...body, actorPoliticoId: body.actorPoliticoId ?? null, candidaturaId: body.candidaturaId ?? null }),
  )
  route(
    app,
    ['POST', '/acceso/propuestas/:id/retirar'],
    {
      id: 'retirarPropuestaCuenta',
      resumen: 'Retira una propuesta propia',
      etiqueta: ETIQUETA,
      permiso: 'cuentas.administrar',
      rechaza: ['propuesta.decidida', 'propuesta.otra_persona'],
      params: IdParamsDto,
      respuesta: null,
    },
    ({ params, quien }) => propuestas.retirar(quien, params.id),
  )
}

function confirmarRoutes(app: FastifyInstance, propuestas: PropuestasService): void {
  route(
    app,
    ['POST', '/acceso/propuestas/:id/confirmar'],
    {
      id: 'confirmarPropuestaCuenta',
      paso: 'reciente',
      resumen: 'Confirma una cuenta que otra persona propuso',
      descripcion:
        'Envía por correo un enlace que funciona una vez, durante 24 horas, o siete días para una persona candidata. Si la cuenta es del instituto, responde además el código que la abre: se da por teléfono o en persona.',
      etiqueta: ETIQUETA,
      permiso: 'cuentas.confirmar',
      rechaza: ['acceso.correo_no_disponible', 'acceso.correo_repetido', 'propuesta.decidida', 'propuesta.otra_persona'],
      params: IdParamsDto,
      respuesta: CodigoActivacionDto,
    },
    ({ params, quien }) => propuestas.confirmar(quien, params.id),
  )
  route(
    app,
    ['POST', '/acceso/propuestas/:id/rechazar'],
    {
      id: 'rechazarPropuestaCuenta',
      resumen: 'Rechaza una cuenta que otra persona propuso',
      etiqueta: ETIQUETA,
      permiso: 'cuentas.confirmar',
      rechaza: ['propuesta.decidida', 'propuesta.otra_persona'],
      params: IdParamsDto,
      body: RechazarPropuestaCuentaDto,
      respuesta: null,
    },
    ({ params, body, quien }) => propuestas.rechazar(quien, params.id, body.motivo),
  )
  route(
    app,
    ['POST', '/acceso/cuentas/:id/reenviar'],
    {
      id: 'reenviarInvitacion',
      paso: 'reciente',
      resumen: 'Envía otra vez la invitación que no se aceptó',
      descripcion:
        'El enlace anterior deja de funcionar. La de una cuenta del instituto la reenvía alguien distinto de quien la propuso; un partido, sólo las de sus personas candidatas.',
      etiqueta: ETIQUETA,
      permiso: 'personas.invitar',
      rechaza: ['acceso.correo_no_disponible', 'cuenta.acto_no_permitido', 'propuesta.otra_persona'],
      params: IdParamsDto,
      respuesta: CodigoActivacionDto,
    },
    ({ params, quien }) => propuestas.reenviar(quien, params.id),
  )
}

function toDto(vista: PropuestaVista, cuentaId: string): PropuestaCuentaDto {
  const { id, nombre, correo, rol, candidaturaId, candidatura, estatus, motivo, razones, homonimas } = vista
  return {
    ...{ id, nombre, correo, rol, candidaturaId, candidatura, estatus, motivo, razones },
    actorPolitico: vista.actorId ? { id: vista.actorId, clave: vista.actorClave, nombre: vista.actorNombre } : null,
    propuestaPor: vista.propuestaPorNombre,
    propuestaEn: toIso(vista.propuestaEn),
    rechazadaPor: vista.decididaPorNombre,
    rechazadaEn: toIso(vista.decididaEn),
    autoria: vista.propuestaPor === cuentaId ? 'propia' : 'ajena',
    advertencias: homonimas > 0 ? ['Ya hay una cuenta con ese nombre y otro correo: compruebe que no sea la misma persona.'] : [],
  }
}
