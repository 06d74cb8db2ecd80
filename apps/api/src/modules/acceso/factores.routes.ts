import type { FastifyInstance } from 'fastify'
import { route } from '../../shared/contract.ts'
import { RetoPasskeyDto } from './factores.dto.ts'
import type { PruebasService } from './pruebas.service.ts'

const ETIQUETA = 'Acceso'

export function factoresRoutes(app: FastifyInstance, pruebas: PruebasService): void {
  route(
    app,
    ['POST', '/acceso/factores/reto'],
    {
      id: 'challengeFactor',
      resumen: 'Pide un reto para mostrar una llave de acceso propia',
      descripcion: 'Sirve una vez, durante 5 minutos. `passkey` es nulo si la cuenta no tiene llaves de acceso.',
      etiqueta: ETIQUETA,
      permiso: 'acceso.propio',
      respuesta: RetoPasskeyDto,
    },
    ({ quien }) => pruebas.describeOwn(quien),
  )
}
