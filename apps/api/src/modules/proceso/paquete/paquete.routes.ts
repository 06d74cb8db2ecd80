import type { FastifyInstance } from 'fastify'
import { act } from '../../../shared/act.ts'
import type { Deps } from '../../../shared/deps.ts'
import { route } from '../../../shared/http/contract.ts'
import { readForm } from '../../../shared/http/multipart.ts'
import { IdParamsDto } from '../../../shared/validacion/shared.dto.ts'
import { DecidirPaqueteDto, PaqueteDto, PaquetePropuestoDto, ProponerPaqueteDto } from './paquete.dto.ts'
import type { PaqueteService } from './paquete.service.ts'

const ETIQUETA = 'Proceso'
const MAX_BYTES = 10_000_000

export function paqueteRoutes(app: FastifyInstance, { databases }: Deps, paquete: PaqueteService): void {
  route(
    app,
    ['GET', '/paquete'],
    {
      id: 'getPaquete',
      resumen: 'El paquete que rige, y los que se propusieron',
      etiqueta: ETIQUETA,
      permiso: 'paquete.ver',
      respuesta: PaqueteDto,
    },
    ({ quien }) => act(databases, quien, (tx) => paquete.describe(tx, quien)),
  )
  route(
    app,
    ['POST', '/paquete/propuestas'],
    {
      id: 'proponerPaquete',
      resumen: 'Propone un paquete corregido y dice en qué difiere del que rige',
      descripcion: 'Se comprueba entero; con una sola falta no se guarda nada. Otra persona de la administración lo aprueba.',
      etiqueta: ETIQUETA,
      permiso: 'paquete.administrar',
      paso: 'reciente',
      rechaza: [
        'paquete.abierto',
        'paquete.con_faltas',
        'paquete.fijo',
        'paquete.ilegible',
        'paquete.misma_version',
        'paquete.otro_proceso',
        'paquete.sin_cambios',
      ],
      multipart: ProponerPaqueteDto,
      respuesta: PaquetePropuestoDto,
      estatus: 201,
    },
    async ({ quien, request }) => paquete.proponer(quien, await readForm(request, { archivo: 'archivo', maxBytes: MAX_BYTES })),
  )
  route(
    app,
    ['POST', '/paquete/propuestas/:id/decidir'],
    {
      id: 'decidirPaquete',
      resumen: 'Aprueba un paquete propuesto, que se carga entero, o lo retira',
      etiqueta: ETIQUETA,
      permiso: 'paquete.administrar',
      paso: 'reciente',
      rechaza: ['paquete.decidido', 'paquete.misma_persona', 'paquete.rebasado'],
      params: IdParamsDto,
      body: DecidirPaqueteDto,
      respuesta: PaquetePropuestoDto,
    },
    ({ params, body, quien }) => paquete.decidir(quien, params.id, body.decision),
  )
}
