import type { FastifyInstance } from 'fastify'
import { act } from '../../shared/act.ts'
import { route } from '../../shared/http/contract.ts'
import type { Deps } from '../../shared/deps.ts'
import { VerificacionBitacoraDto } from './bitacora.dto.ts'
import type { BitacoraService } from './bitacora.service.ts'
const EXTRACTO =
  'JSON por renglón: `n`, `contenido` y `hash`. El último es el acto de esta descarga, que dice cuándo fue. Se comprueba con `npm run verificar -- bitacora.jsonl <dirección>`.'

export function bitacoraRoutes(app: FastifyInstance, { databases, secretos }: Deps, bitacora: BitacoraService): void {
  route(
    app,
    ['GET', '/bitacora/extracto'],
    {
      id: 'getExtractoBitacora',
      paso: 'reciente',
      resumen: 'La bitácora completa, un acto por renglón, para comprobarla desde fuera',
      descripcion: EXTRACTO,
      etiqueta: 'Bitácora',
      permiso: 'bitacora.ver',
      respuesta: 'bytes',
      medio: 'application/jsonl',
    },
    async ({ quien, reply }) => {
      const hasta = await act(databases, quien, (tx) => bitacora.cerrarExtracto(tx, quien))
      void reply.headers({ 'content-type': 'application/jsonl', 'content-disposition': 'attachment; filename="bitacora.jsonl"' })
      return act(databases, quien, (tx) => bitacora.extracto(tx, hasta))
    },
  )
  route(
    app,
    ['GET', '/bitacora/verificacion'],
    {
      id: 'verifyBitacora',
      resumen: 'Comprueba la cadena completa y las últimas cabezas firmadas, la del último corte y la de la hora',
      etiqueta: 'Bitácora',
      permiso: 'bitacora.ver',
      respuesta: VerificacionBitacoraDto,
    },
    ({ quien }) => act(databases, quien, (tx) => bitacora.verificar(tx, secretos.firmas)),
  )
}
