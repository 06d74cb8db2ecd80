import type { FastifyInstance } from 'fastify'

/** Work that goes on after the answer; closing the server waits for it. */
export class Background {
  private readonly running = new Set<Promise<void>>()
  private onError: (error: unknown, what: string) => void = () => undefined

  attach(app: FastifyInstance): void {
    this.onError = (err, what) => app.log.error({ err }, `${what} failed`)
    app.addHook('onClose', async () => void (await Promise.all(this.running)))
  }

  run(work: Promise<void>, what: string): void {
    const tracked = work.catch((error: unknown) => this.onError(error, what)).finally(() => this.running.delete(tracked))
    this.running.add(tracked)
  }
}
