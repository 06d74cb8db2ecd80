import type { ChildProcess } from 'node:child_process'
import { mkdtemp, open, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { endedEarly, startHijo, type Hijo } from '../../shared/archivos/hijo.ts'
import type { Descarga } from './archivo-hecho.ts'
import type { NombreArchivo } from './archivos.ts'
import { Entrega } from './entrega.ts'
import type { Encargo } from './paquete.ts'

export type Orden = { tipo: 'encargo'; encargo: Encargo } | { tipo: 'lote'; documentos: Uint8Array[] } | { tipo: 'fin' }
export type Respuesta = { tipo: 'hecha'; descarga: Descarga } | { tipo: 'sigue' }

interface Pedido {
  workerPath: string
  encargo: Omit<Encargo, 'folder'>
  /** The pages of the candidaturas of that corte, some at a time. */
  documentos: AsyncIterable<readonly Buffer[]>
  nombreDe: (archivo: NombreArchivo) => string
}

/** It was given up for a newer corte: waiting requests ask again. */
export class CorteRelevado extends Error {}

const PATIENCE_MS = 10 * 60_000

/**
 * The downloads of one corte, made once in a process of its own. The server's only thread passes the pages on batch by batch and holds none
 * of them. The memory that the workbook takes ends with the process.
 */
export class Produccion {
  private readonly hechas = new Map<NombreArchivo, Entrega>()
  private readonly waiting: (() => void)[] = []
  private child: ChildProcess | null = null
  private ended: Error | 'completa' | null = null
  readonly fin: Promise<void>

  constructor(private readonly pedido: Pedido) {
    this.fin = this.run().then(
      () => this.end('completa'),
      (error: Error) => this.end(error),
    )
  }

  get falla(): Error | null {
    return this.ended instanceof Error ? this.ended : null
  }

  /** As soon as it is made; null when this corte has no such file. */
  async archivo(archivo: NombreArchivo): Promise<Entrega | null> {
    while (!this.hechas.has(archivo) && this.ended === null) await new Promise<void>((done) => this.waiting.push(done))
    const entrega = this.hechas.get(archivo)
    if (!entrega && this.falla) throw this.falla
    return entrega ?? null
  }

  /** File, if it is made already. */
  hecha(archivo: NombreArchivo): Descarga | null {
    return this.hechas.get(archivo)?.descarga ?? null
  }

  /** There is a newer corte: nothing of this one is handed out any more. */
  async soltar(): Promise<void> {
    this.end(new CorteRelevado('there is a newer corte'))
    this.child?.kill('SIGKILL')
    await this.fin
    for (const entrega of this.hechas.values()) await entrega.release()
    this.hechas.clear()
  }

  private end(how: Error | 'completa'): void {
    this.ended ??= how
    this.wake()
  }

  private wake(): void {
    for (const done of this.waiting.splice(0)) done()
  }

  private async run(): Promise<void> {
    const folder = await mkdtemp(join(tmpdir(), 'conoceles-descargas-'))
    try {
      await this.work(folder)
    } finally {
      await rm(folder, { recursive: true, force: true })
    }
  }

  private async work(folder: string): Promise<void> {
    const { workerPath, encargo, documentos } = this.pedido
    if (this.ended) return
    const hijo = startHijo(workerPath)
    const { child } = hijo
    this.child = child
    const batches = documentos[Symbol.asyncIterator]()
    const overrun = setTimeout(() => child.kill('SIGKILL'), PATIENCE_MS)
    try {
      await answering(
        hijo,
        async (respuesta) => {
          if (respuesta.tipo === 'hecha') return this.keep(folder, respuesta.descarga)
          const { done, value } = await batches.next()
          child.send((done ? { tipo: 'fin' } : { tipo: 'lote', documentos: [...value] }) satisfies Orden, () => undefined)
        },
        { tipo: 'encargo', encargo: { ...encargo, folder } },
      )
    } finally {
      clearTimeout(overrun)
      child.kill('SIGKILL')
      await batches.return?.()
    }
  }

  private async keep(folder: string, descarga: Descarga): Promise<void> {
    const file = await open(join(folder, descarga.archivo), 'r')
    this.hechas.set(descarga.archivo, new Entrega(descarga, this.pedido.nombreDe(descarga.archivo), file))
    this.wake()
  }
}

/** Handles each answer of the child, one after the other, until it ends in order. */
function answering({ child, complaint }: Hijo, act: (respuesta: Respuesta) => Promise<void>, orden: Orden): Promise<void> {
  let last: Promise<void> = Promise.resolve()
  return new Promise<void>((done, fail) => {
    child.on('message', (message) => {
      last = last.then(() => act(message as Respuesta))
      last.catch(fail)
    })
    child.once('error', fail)
    child.once('close', (code) => {
      if (code === 0) last.then(done, fail)
      else fail(endedEarly(`the process of the downloads ended with ${code}`, complaint()))
    })
    child.send(orden, (error) => error && fail(error))
  })
}
