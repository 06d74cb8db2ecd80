import type { ErrorCode } from '../../../shared/http/errors.ts'
import type { FastifyInstance } from 'fastify'
import type { Quien } from '../../../shared/act.ts'
import { idempotencyKey, route, type Contract } from '../../../shared/http/contract.ts'
import { IdParamsDto } from '../../../shared/validacion/shared.dto.ts'
import type { Pedido } from './borradores.ts'

type Comun = Pick<Contract, 'etiqueta' | 'permiso' | 'respuesta'> & { rechaza: readonly ErrorCode[] }

/** Declares acts on one draft, below its path: each takes the version that was read and an Idempotency-Key. `rechaza` adds to the common refusals. */
export function actsOn(app: FastifyInstance, path: string, comun: Comun) {
  return <B extends { version: number }>(
    [method, acto]: readonly ['POST' | 'PUT', string],
    contract: Omit<Contract<B>, 'etiqueta' | 'permiso' | 'respuesta' | 'params'> & Partial<Comun> & { body: new () => B },
    perform: (quien: Quien, pedido: Pedido<B>) => Promise<object>,
  ): void =>
    route(
      app,
      [method, `${path}/:id${acto}`],
      { ...comun, ...contract, rechaza: [...comun.rechaza, ...(contract.rechaza ?? [])], params: IdParamsDto },
      ({ params, body, quien, request }) => perform(quien, { ...params, body, clave: idempotencyKey(request) }),
    )
}
