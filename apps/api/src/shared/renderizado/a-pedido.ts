import { setPriority } from 'node:os'
import { Renderizador, type Encargo as Una, type Respuesta, type Taller } from './renderizador.ts'

/** Orders that may wait while one is made; beyond, the caller does without. */
const MAX_WAITING = 8
/** A page takes some ms; the first one of a process a fraction of a second, and some on a machine that is busy. */
const PATIENCE_MS = { first: 8_000, next: 3_000 }
/** After a process that failed at once none is started for a while: nobody waits for a page that does not come. */
const REST_MS = 5_000
/** A process without an order holds some 70 MB. */
const IDLE_MS = 120_000
/** Answers that need no rendering go first. */
const NICENESS = 10

/** `comunes`: answers of which other pages of the corte are made too, and the paths of those that this one knows. */
export interface Encargo extends Pick<Una, 'direccion' | 'datos'> {
  comunes: { textos: Readonly<Record<string, string>>; rutas: readonly string[] }
}

/**
 * Renders ordered pages one by one. Its process begins with the first order and ends some time after the last, so that a server without
 * orders carries nothing of it.
 */
export class RenderizadorAPedido {
  private renderizador: Renderizador | null = null
  /** Shared answers that the renderer was given. */
  private comunes: Encargo['comunes']['textos'] | null = null
  private last: Promise<unknown> = Promise.resolve()
  private waiting = 0
  private restingUntil = 0
  private idle: NodeJS.Timeout | undefined

  constructor(
    private readonly trabajadores: string,
    private readonly taller: Taller,
  ) {}

  /** Null where too many wait, or the last one failed just now; throws when it cannot be rendered. */
  async render(encargo: Encargo): Promise<Buffer | null> {
    if (this.waiting >= MAX_WAITING) return null
    this.waiting += 1
    const turn = this.last.then(() => this.make(encargo)).finally(() => (this.waiting -= 1))
    this.last = turn.catch(() => undefined)
    return turn
  }

  end(): void {
    clearTimeout(this.idle)
    this.renderizador?.end()
    this.renderizador = null
    this.comunes = null
  }

  private async make(encargo: Encargo): Promise<Buffer | null> {
    if (performance.now() < this.restingUntil) return null
    clearTimeout(this.idle)
    const isNew = !this.renderizador?.alive
    let hecha: Respuesta['hechas'][number] | undefined
    try {
      ;[hecha] = await this.ask(encargo)
    } catch (error) {
      this.end()
      // One that worked until now is replaced; one that never did would only fail again.
      if (!isNew) return this.make(encargo)
      this.restingUntil = performance.now() + REST_MS
      throw error
    }
    this.idle = setTimeout(() => this.end(), IDLE_MS).unref()
    if (!hecha || !('html' in hecha)) throw new Error(`the page could not be rendered: ${hecha?.falla}`)
    return Buffer.from(hecha.html)
  }

  private ask({ direccion, datos, comunes }: Encargo): Promise<Respuesta['hechas']> {
    const patience = this.renderizador?.alive ? PATIENCE_MS.next : PATIENCE_MS.first
    return this.running(comunes.textos).render([{ direccion, datos, comunes: comunes.rutas }], patience)
  }

  /** A process that ended by itself, for any reason, is replaced. */
  private running(textos: Encargo['comunes']['textos']): Renderizador {
    if (!this.renderizador?.alive) {
      this.renderizador = new Renderizador(this.trabajadores, this.taller)
      this.comunes = null
      if (this.renderizador.pid !== undefined) setPriority(this.renderizador.pid, NICENESS)
    }
    if (this.comunes !== textos) this.renderizador.share(textos)
    this.comunes = textos
    return this.renderizador
  }
}
