import { Renderizador, type Taller } from './renderizador.ts'

/** One that waits holds some 70 MB. */
const IDLE_MS = 120_000

/**
 * Keeps the renderer of the last corte for the next one. To start it, and to render its first page, takes as long as all the rest of a
 * change.
 */
export class RenderizadorDeTurno {
  private waiting: { renderizador: Renderizador; taller: string } | null = null
  private idle: NodeJS.Timeout | undefined

  constructor(private readonly trabajadores: string) {}

  /** Gives the waiting renderer, if it was started with the same, or a new one. The caller gives it back, or ends it. */
  take(taller: Taller): Renderizador {
    const { waiting } = this
    this.waiting = null
    clearTimeout(this.idle)
    if (waiting?.renderizador.alive && waiting.taller === JSON.stringify(taller)) {
      waiting.renderizador.wake()
      return waiting.renderizador
    }
    waiting?.renderizador.end()
    return new Renderizador(this.trabajadores, taller)
  }

  giveBack(renderizador: Renderizador, taller: Taller): void {
    if (this.waiting || !renderizador.sound) return renderizador.end()
    renderizador.rest()
    this.waiting = { renderizador, taller: JSON.stringify(taller) }
    this.idle = setTimeout(() => this.end(), IDLE_MS).unref()
  }

  private end(): void {
    this.waiting?.renderizador.end()
    this.waiting = null
  }
}
