import type { FastifyInstance } from 'fastify'
import { act } from '../../../shared/act.ts'
import type { Deps } from '../../../shared/deps.ts'
import { route } from '../../../shared/http/contract.ts'
import { AsignadasDto, AsignarDto, ColaDto, ColaQueryDto, PedirSiguienteDto, RevisorasDto, SiguienteDto, SoltarDto } from './cola.dto.ts'
import type { ColaService } from './cola.service.ts'

const common = { etiqueta: 'Revisión', permiso: 'captura.verificar' } as const

export function colaRoutes(app: FastifyInstance, { databases }: Deps, cola: ColaService): void {
  route(
    app,
    ['GET', '/revision/cola'],
    {
      ...common,
      id: 'listCola',
      resumen: 'Lo que espera al instituto, y quién lo revisa',
      rechaza: ['datos.bloqueados'],
      query: ColaQueryDto,
      respuesta: ColaDto,
    },
    ({ query, quien }) => act(databases, quien, (tx) => cola.list(tx, quien, query)),
  )
  route(
    app,
    ['POST', '/revision/cola/siguiente'],
    {
      ...common,
      id: 'pedirSiguiente',
      resumen: 'Pide la siguiente que revisar: una suya, o una que nadie revisa',
      rechaza: ['datos.bloqueados'],
      body: PedirSiguienteDto,
      respuesta: SiguienteDto,
    },
    ({ body, quien }) => act(databases, quien, (tx) => cola.siguiente(tx, quien, body.excepto ?? null)),
  )
  asignacionesRoutes(app, databases, cola)
}

function asignacionesRoutes(app: FastifyInstance, databases: Deps['databases'], cola: ColaService): void {
  route(
    app,
    ['POST', '/revision/asignaciones'],
    {
      ...common,
      id: 'asignarRevision',
      resumen: 'Asigna candidaturas a quien las revisará',
      rechaza: ['datos.bloqueados', 'ruta.no_existe'],
      body: AsignarDto,
      respuesta: AsignadasDto,
    },
    ({ body, quien }) => act(databases, quien, (tx) => cola.asignar(tx, quien, body)),
  )
  route(
    app,
    ['POST', '/revision/asignaciones/fin'],
    {
      ...common,
      id: 'soltarRevision',
      resumen: 'Deja candidaturas para que otra persona las revise',
      rechaza: ['datos.bloqueados'],
      body: SoltarDto,
      respuesta: null,
    },
    ({ body, quien }) => act(databases, quien, (tx) => cola.soltar(tx, body.candidaturas)),
  )
  route(
    app,
    ['GET', '/revision/revisoras'],
    { ...common, id: 'listRevisoras', resumen: 'Cuentas que revisan', respuesta: RevisorasDto },
    ({ quien }) => cola.revisoras(quien),
  )
}
