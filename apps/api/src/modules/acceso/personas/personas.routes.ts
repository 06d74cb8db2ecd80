import type { FastifyInstance } from 'fastify'
import { route } from '../../../shared/http/contract.ts'
import type { PropuestasService } from '../propuestas/propuestas.service.ts'
import {
  ConfirmarPropuestasDto,
  InvitarPersonasDto,
  InvitarPersonasResultadoDto,
  ListPersonasDto,
  ListPersonasQueryDto,
  PropuestasConfirmadasDto,
} from './personas.dto.ts'
import type { PersonasService } from './personas.service.ts'

const common = { etiqueta: 'Acceso', permiso: 'personas.invitar' } as const

export function personasRoutes(app: FastifyInstance, personas: PersonasService, propuestas: PropuestasService): void {
  route(
    app,
    ['GET', '/acceso/personas'],
    {
      ...common,
      id: 'listPersonasInvitables',
      resumen: 'Personas candidatas por nombre o por candidatura, y si ya tienen cuenta',
      descripcion: 'Sin nombre ni candidatura no responde a nadie. Con `pedidas`, quienes piden otra invitación.',
      query: ListPersonasQueryDto,
      respuesta: ListPersonasDto,
    },
    async ({ query, quien }) => ({ elementos: await personas.list(quien, query) }),
  )
  const invitar = { ...common, body: InvitarPersonasDto, respuesta: InvitarPersonasResultadoDto } as const
  route(
    app,
    ['POST', '/acceso/personas/vista-previa'],
    { ...invitar, id: 'previewInvitarPersonas', resumen: 'A quiénes se invitaría, a quiénes no y por qué, y el mensaje' },
    ({ body, quien }) => personas.preview(quien, body.personas),
  )
  route(
    app,
    ['POST', '/acceso/personas'],
    {
      ...invitar,
      id: 'invitarPersonas',
      paso: 'reciente',
      resumen: 'Propone la cuenta de cada persona candidata',
      descripcion: 'Las invitaciones salen cuando otra persona del instituto las confirma. Quien tiene una razón en contra queda fuera.',
      rechaza: ['acceso.correo_no_disponible'],
    },
    ({ body, quien }) => personas.invitar(quien, body.personas),
  )
  route(
    app,
    ['POST', '/acceso/propuestas/confirmar'],
    {
      ...common,
      id: 'confirmarPropuestasPersonas',
      paso: 'reciente',
      permiso: 'cuentas.confirmar',
      resumen: 'Confirma las cuentas de varias personas candidatas y les envía su invitación',
      rechaza: ['acceso.correo_no_disponible'],
      body: ConfirmarPropuestasDto,
      respuesta: PropuestasConfirmadasDto,
    },
    ({ body, quien }) => propuestas.confirmarVarias(quien, body.ids),
  )
}
