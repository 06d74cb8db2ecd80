import type { DataSource } from 'typeorm'
import type { FastifyBaseLogger } from 'fastify'
import { lastCorteNumero, type StoredRecurso } from './publico.queries.ts'

const MAX_BYTES = 64 * 1024 * 1024
const EVERY_MS = 500

/**
 * Public bytes in memory. A new corte empties it, so nothing withdrawn outlives the corte that withdrew it by more than a check.
 * When the check fails nothing is kept: better slow than out of date.
 */
export class RecursosCache {
  private entries = new Map<string, StoredRecurso>()
  private bytes = 0
  private corte = -1
  private timer: NodeJS.Timeout | null = null

  constructor(private readonly lector: DataSource) {}

  start(log: FastifyBaseLogger): void {
    this.timer = setInterval(() => {
      this.refresh().catch((error: unknown) => {
        this.clear()
        log.error({ err: error }, 'the newest corte could not be read')
      })
    }, EVERY_MS)
    this.timer.unref()
  }

  stop(): void {
    if (this.timer) clearInterval(this.timer)
  }

  async refresh(): Promise<void> {
    const corte = await lastCorteNumero(this.lector)
    if (corte === this.corte) return
    this.clear()
    this.corte = corte
  }

  get(key: string): StoredRecurso | undefined {
    return this.entries.get(key)
  }

  /** `build` ran before a corte came in between: its result is served once and not kept. */
  async getOrBuild(key: string, build: () => Promise<StoredRecurso | null>): Promise<StoredRecurso | null> {
    const known = this.entries.get(key)
    if (known) return known
    const at = this.corte
    const built = await build()
    if (built && at === this.corte && at >= 0) this.set(key, built)
    return built
  }

  private set(key: string, recurso: StoredRecurso): void {
    const size = recurso.contenido.length + (recurso.gzip?.length ?? 0) + (recurso.brotli?.length ?? 0)
    if (this.bytes + size > MAX_BYTES) this.clear()
    this.entries.set(key, recurso)
    this.bytes += size
  }

  private clear(): void {
    this.entries = new Map()
    this.bytes = 0
  }
}
