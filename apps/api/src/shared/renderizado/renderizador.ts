import type { ChildProcess } from 'node:child_process'
import type { Socket } from 'node:net'
import { join } from 'node:path'
import { startHijo, type Hijo } from '../archivos/hijo.ts'

/** Materials with which pages are rendered. */
export interface Taller {
  entrada: string
  plantilla: string
  /** Address of the visor for those who read it. */
  origen: string
  /** Badges that a page may show at most, as JSON: see paginas.worker.ts. Null where no manifest tells the size of a page. */
  distintivos: string | null
}

/** JSON texts by their path in the API. */
type Textos = Readonly<Record<string, string>>

/** One page to be rendered: its address, with the query if it depends on one, and the public answers that it knows. */
export interface Encargo {
  direccion: string
  datos: Textos
  /** Names of those that it shares with other pages: see `share`. */
  comunes?: readonly string[]
}

export type Orden = { tipo: 'taller'; taller: Taller } | { tipo: 'comunes'; textos: Textos } | { tipo: 'lote'; encargos: Encargo[] }
/** In the order of the requests. */
export type Respuesta = { hechas: ({ html: Uint8Array } | { falla: string })[] }

const PATIENCE_MS = 60_000
/** A page leaves 1 MB of objects behind: in less room a third of the time goes into copying them (4.8 ms a list, 3.2 with it). */
const YOUNG_MIB = 16

/**
 * Renders pages in a process of its own. A whole state takes seconds, which the server's only thread does not have, and memory that ends
 * with the process.
 */
export class Renderizador {
  private readonly child: ChildProcess
  private readonly complaint: Hijo['complaint']
  /** Batches not answered, or not with all their pages. */
  private owed = 0

  /** `trabajadores`: folder with the built workers. */
  constructor(trabajadores: string, taller: Taller) {
    const { child, complaint } = startHijo(join(trabajadores, 'paginas.worker.js'), { youngMiB: YOUNG_MIB })
    this.child = child
    this.complaint = complaint
    this.child.on('error', () => undefined)
    this.send({ tipo: 'taller', taller }).catch(() => undefined)
  }

  /** Whether it can be given anything. */
  get alive(): boolean {
    return this.child.connected && this.child.exitCode === null && this.child.signalCode === null
  }

  /** Whether it answered all its orders: the next caller would take a late answer for its own. */
  get sound(): boolean {
    return this.alive && this.owed === 0
  }

  get pid(): number | undefined {
    return this.child.pid
  }

  /** Answers that many pages are made of travel once, and take the place of those before. */
  share(textos: Textos): void {
    this.send({ tipo: 'comunes', textos }).catch(() => undefined)
  }

  /** One batch at a time; throws when it ends meanwhile or takes longer than `patience`, in ms. */
  async render(encargos: Encargo[], patience = PATIENCE_MS): Promise<Respuesta['hechas']> {
    const { child } = this
    this.owed += 1
    let overrun: NodeJS.Timeout | undefined
    const answer = new Promise<Respuesta>((resolve, reject) => {
      overrun = setTimeout(() => reject(new Error('the renderer did not answer in time')), patience)
      child.once('message', (message) => resolve(message as Respuesta))
      child.once('close', (code) => reject(new Error(`the renderer ended with ${code}: ${this.complaint()}`)))
    })
    try {
      const [{ hechas }] = await Promise.all([answer, this.send({ tipo: 'lote', encargos })])
      if (hechas.every((each) => 'html' in each)) this.owed -= 1
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

  /** Until `wake`, the process that started it may end without waiting for it; it ends with that process. */
  rest(): void {
    for (const each of this.handles()) each.unref()
  }

  wake(): void {
    for (const each of this.handles()) each.ref()
  }

  private handles(): { ref(): unknown; unref(): unknown }[] {
    const { child } = this
    return [child, child.channel, child.stderr as Socket | null].filter((each) => each !== null && each !== undefined)
  }

  private send(orden: Orden): Promise<void> {
    return new Promise((resolve, reject) => {
      if (!this.child.connected) return reject(new Error(`the renderer is gone: ${this.complaint()}`))
      this.child.send(orden, (error) => (error ? reject(error) : resolve()))
    })
  }
}
