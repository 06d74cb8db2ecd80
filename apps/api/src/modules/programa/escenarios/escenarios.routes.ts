import type { FastifyInstance, FastifyReply } from 'fastify'
import type { Descarga } from '../../intercambio/exportaciones/index.ts'
import { act } from '../../../shared/act.ts'
import { idempotencyKey, route } from '../../../shared/http/contract.ts'
import type { Deps } from '../../../shared/deps.ts'
import { IdParamsDto } from '../../../shared/validacion/shared.dto.ts'
import type { ActosEscenarioService } from './actos.service.ts'
import {
  CreateEscenarioDto,
  DecidirEscenarioDto,
  DuplicarEscenarioDto,
  EditarEscenarioDto,
  EscenarioDto,
  ListEscenariosDto,
  RenombrarEscenarioDto,
  RestaurarEscenarioDto,
  VersionEscenarioDto,
} from './escenarios.dto.ts'
import type { EscenariosService } from './escenarios.service.ts'
import type { PaquetesEscenarioService } from './paquetes.service.ts'

export interface Escenarios {
  escenarios: EscenariosService
  actos: ActosEscenarioService
  paquetes: PaquetesEscenarioService
}

const reads = { etiqueta: 'Escenarios', permiso: 'escenarios.ver' } as const
const acts = { etiqueta: 'Escenarios', permiso: 'escenarios.administrar', respuesta: EscenarioDto } as const
const onOne = { ...acts, params: IdParamsDto } as const

export function escenariosRoutes(app: FastifyInstance, deps: Deps, { escenarios, actos, paquetes }: Escenarios): void {
  readRoutes(app, deps, escenarios)
  fileRoutes(app, paquetes)
  wholeRoutes(app, actos)
  editRoutes(app, actos)
}

function readRoutes(app: FastifyInstance, { databases }: Deps, escenarios: EscenariosService): void {
  route(
    app,
    ['GET', '/escenarios'],
    { ...reads, id: 'listEscenarios', resumen: 'Borradores del programa para otra jornada', respuesta: ListEscenariosDto },
    ({ quien }) => act(databases, quien, (tx) => escenarios.list(tx)),
  )
  route(
    app,
    ['GET', '/escenarios/:id'],
    {
      ...reads,
      id: 'getEscenario',
      resumen: 'Un escenario: cada fecha junto a la de su proceso',
      descripcion: 'Se calcula en cada lectura y no cambia el calendario que rige.',
      params: IdParamsDto,
      respuesta: EscenarioDto,
    },
    ({ params, quien }) => act(databases, quien, (tx) => escenarios.find(tx, params.id)),
  )
}

function fileRoutes(app: FastifyInstance, paquetes: PaquetesEscenarioService): void {
  const file = {
    ...reads,
    descripcion: 'Lo que se descarga queda en la bitácora con su SHA-256.',
    params: IdParamsDto,
    respuesta: 'bytes',
    medio: '*/*',
    limite: 30,
  } as const
  route(
    app,
    ['GET', '/escenarios/:id/paquete'],
    { ...file, id: 'exportarPaqueteEscenario', resumen: 'El programa de un paquete nuevo (programa.json), en un ZIP con su LEEME' },
    async ({ params, quien, reply }) => sendFile(reply, await paquetes.paquete(quien, params.id)),
  )
  route(
    app,
    ['GET', '/escenarios/:id/calendario'],
    { ...file, id: 'exportarCalendarioEscenario', resumen: 'Los dos calendarios, lado a lado, en XLSX' },
    async ({ params, quien, reply }) => sendFile(reply, await paquetes.libro(quien, params.id)),
  )
}

function sendFile(reply: FastifyReply, { nombre, medio, contenido }: Descarga): Buffer {
  void reply.headers({ 'content-type': medio, 'content-disposition': `attachment; filename="${nombre}"` })
  return contenido
}

function wholeRoutes(app: FastifyInstance, actos: ActosEscenarioService): void {
  route(
    app,
    ['POST', '/escenarios'],
    {
      ...acts,
      id: 'createEscenario',
      rechaza: ['escenario.limite', 'escenario.nombre_repetido', 'idempotencia.contenido_distinto', 'ruta.no_existe'],
      resumen: 'Lleva el programa a otra jornada',
      body: CreateEscenarioDto,
      estatus: 201,
    },
    ({ body, quien, request }) => actos.crear(quien, body, idempotencyKey(request)),
  )
  route(
    app,
    ['POST', '/escenarios/:id/duplicar'],
    {
      ...onOne,
      id: 'duplicarEscenario',
      rechaza: ['escenario.limite', 'escenario.nombre_repetido', 'idempotencia.contenido_distinto'],
      resumen: 'Copia un escenario con sus ediciones',
      body: DuplicarEscenarioDto,
      estatus: 201,
    },
    ({ params, body, quien, request }) => actos.duplicar(quien, params.id, { ...body, clave: idempotencyKey(request) }),
  )
  route(
    app,
    ['PUT', '/escenarios/:id'],
    {
      ...onOne,
      id: 'renombrarEscenario',
      rechaza: ['escenario.acto_no_permitido', 'escenario.nombre_repetido', 'escenario.version_distinta'],
      resumen: 'Cambia el nombre de un escenario',
      body: RenombrarEscenarioDto,
    },
    ({ params, body, quien }) => actos.renombrar(quien, params.id, body),
  )
  route(
    app,
    ['POST', '/escenarios/:id/descartar'],
    {
      ...onOne,
      id: 'descartarEscenario',
      rechaza: ['escenario.acto_no_permitido', 'escenario.nombre_repetido', 'escenario.version_distinta'],
      resumen: 'Descarta un escenario; se puede recuperar',
      body: VersionEscenarioDto,
    },
    ({ params, body, quien }) => actos.descartar(quien, params.id, body.version),
  )
  route(
    app,
    ['POST', '/escenarios/:id/recuperar'],
    {
      ...onOne,
      id: 'recuperarEscenario',
      rechaza: ['escenario.acto_no_permitido', 'escenario.limite', 'escenario.nombre_repetido', 'escenario.version_distinta'],
      resumen: 'Recupera un escenario descartado',
    },
    ({ params, quien }) => actos.recuperar(quien, params.id),
  )
}

function editRoutes(app: FastifyInstance, actos: ActosEscenarioService): void {
  route(
    app,
    ['POST', '/escenarios/:id/editar'],
    {
      ...onOne,
      id: 'editarEscenario',
      rechaza: ['escenario.acto_no_permitido', 'escenario.nombre_repetido', 'escenario.version_distinta'],
      resumen: 'Escribe una fecha, una ventana o un plazo sobre lo calculado',
      body: EditarEscenarioDto,
    },
    ({ params, body, quien }) => actos.editar(quien, params.id, body),
  )
  route(
    app,
    ['POST', '/escenarios/:id/decidir'],
    {
      ...onOne,
      id: 'decidirEscenario',
      rechaza: ['escenario.acto_no_permitido', 'escenario.nombre_repetido', 'escenario.version_distinta'],
      resumen: 'Elige qué fuente rige donde se contradicen',
      body: DecidirEscenarioDto,
    },
    ({ params, body, quien }) => actos.decidir(quien, params.id, body),
  )
  route(
    app,
    ['POST', '/escenarios/:id/restaurar'],
    {
      ...onOne,
      id: 'restaurarEscenario',
      rechaza: ['escenario.acto_no_permitido', 'escenario.nombre_repetido', 'escenario.version_distinta'],
      resumen: 'Vuelve a lo calculado',
      body: RestaurarEscenarioDto,
    },
    ({ params, body, quien }) => actos.restaurar(quien, params.id, body),
  )
}
