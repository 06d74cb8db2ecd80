import { fork, type ChildProcess } from 'node:child_process'

/** What every page of one corte is rendered with. */
export interface Taller {
  entrada: string
  plantilla: string
  /** Address of the visor for those who read it. */
  origen: string
  /** Badges that a page may show at most, as JSON: see paginas.worker.ts. */
  distintivos: string
}

/** One page to be rendered: the public answers that it knows, as JSON texts by their path in the API. */
export interface Encargo {
  direccion: string
  datos: Record<string, string>
}

export type Orden = { tipo: 'taller'; taller: Taller } | { tipo: 'lote'; encargos: Encargo[] }
/** In the order of what was asked. */
export type Respuesta = { hechas: ({ html: Uint8Array } | { falla: string })[] }

const PATIENCE_MS = 60_000

/**
 * Renders pages in a process of its own: a whole state takes seconds, which the server's only thread does not have, and memory that ends
 * with the process.
 */
export class Renderizador {
  private readonly child: ChildProcess
  private complaint = ''

  constructor(workerPath: string, taller: Taller) {
    this.child = fork(workerPath, { serialization: 'advanced', env: {}, execArgv: [], stdio: ['ignore', 'ignore', 'pipe', 'ipc'] })
    this.child.stderr?.on('data', (chunk: Buffer) => (this.complaint = (this.complaint + chunk.toString('utf8')).slice(-2_000)))
    this.child.on('error', () => undefined)
    this.send({ tipo: 'taller', taller }).catch(() => undefined)
  }

  /** One batch at a time. */
  async render(encargos: Encargo[]): Promise<Respuesta['hechas']> {
    const { child } = this
    let overrun: NodeJS.Timeout | undefined
    const answer = new Promise<Respuesta>((resolve, reject) => {
      overrun = setTimeout(() => reject(new Error('the renderer did not answer in time')), PATIENCE_MS)
      child.once('message', (message) => resolve(message as Respuesta))
      child.once('close', (code) => reject(new Error(`the renderer ended with ${code}: ${this.complaint}`)))
    })
    try {
      const [{ hechas }] = await Promise.all([answer, this.send({ tipo: 'lote', encargos })])
      return hechas
    } finally {
      clearTimeout(overrun)
      child.removeAllListeners('message')
      child.removeAllListeners('close')
    }
  }

  end(): void {
    this.child.kill('SIGKILL')
  }

  private send(orden: Orden): Promise<void> {
    return new Promise((resolve, reject) => {
      if (!this.child.connected) return reject(new Error(`the renderer is gone: ${this.complaint}`))
      this.child.send(orden, (error) => (error ? reject(error) : resolve()))
    })
  }
}
