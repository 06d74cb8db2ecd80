import type { FastifyInstance } from 'fastify'
import { AppError } from '../../../shared/http/errors.ts'
import type { RechazosService } from './rechazos.service.ts'

const LOOK_MS = 60_000

/** Notes every refusal of a signed-in person; the answer does not wait for the bitácora. */
export function followRechazos(app: FastifyInstance, rechazos: RechazosService): void {
  const failed = (error: unknown): void => app.log.error({ err: error }, 'refusals were not recorded')
  app.addHook('onError', async ({ quien, routeOptions }, _reply, error) => {
    if (!quien || !(error instanceof AppError) || error.code !== 'acceso.sin_permiso') return
    void rechazos.note(quien, routeOptions.config.contract?.id ?? routeOptions.url ?? '').catch(failed)
  })
  const timer = setInterval(() => void rechazos.close({ all: false }).catch(failed), LOOK_MS).unref()
  app.addHook('onClose', async () => {
    clearInterval(timer)
    await rechazos.close({ all: true }).catch(failed)
  })
}
