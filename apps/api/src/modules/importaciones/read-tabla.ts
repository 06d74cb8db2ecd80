import { Worker } from 'node:worker_threads'
import type { TablaResult } from './tabla.ts'
import { LIMITES, detectFormato, refuse } from './tabla.ts'

export interface TablaReader {
  /** Built file of tabla.worker.ts. */
  workerPath: string
  /** Milliseconds from the start of the worker to its answer. */
  timeoutMs?: number
  /** Files that may wait; each holds up to 10 MB of memory. */
  maxWaiting?: number
}

export type ReadTabla = (content: Buffer, nombreArchivo: string) => Promise<TablaResult>

/**
 * A spreadsheet is a program's worth of input: each file gets a worker of its own, one at a time, with little memory, ended when it
 * overruns. A refusal is an answer; an exception means that the worker itself is broken.
 */
export function createReadTabla({ workerPath, timeoutMs = 20_000, maxWaiting = 5 }: TablaReader): ReadTabla {
  let last: Promise<unknown> = Promise.resolve()
  let waiting = 0
  return async (content, nombreArchivo) => {
    const refused = checkBeforeReading(content, nombreArchivo) ?? (waiting >= maxWaiting ? refuse('ocupado') : null)
    if (refused) return refused
    waiting += 1
    const turn = last.then(() => runWorker({ workerPath, timeoutMs, content, nombreArchivo })).finally(() => (waiting -= 1))
    last = turn.catch(() => undefined)
    return turn
  }
}

function checkBeforeReading(content: Buffer, nombreArchivo: string): TablaResult | null {
  if (content.length === 0) return refuse('vacio')
  if (content.length > LIMITES.bytes) return refuse('demasiado_grande')
  const formato = detectFormato(content, nombreArchivo)
  return typeof formato === 'string' ? null : formato
}

interface Run {
  workerPath: string
  timeoutMs: number
  content: Buffer
  nombreArchivo: string
}

function runWorker({ workerPath, timeoutMs, content, nombreArchivo }: Run): Promise<TablaResult> {
  const worker = new Worker(workerPath, {
    workerData: { content, nombreArchivo },
    env: {},
    execArgv: [],
    stdout: true,
    stderr: true,
    resourceLimits: { maxOldGenerationSizeMb: 384, maxYoungGenerationSizeMb: 32, stackSizeMb: 4 },
  })
  return new Promise<TablaResult>((resolve, reject) => {
    const overrun = setTimeout(() => {
      resolve(refuse('tiempo'))
    }, timeoutMs)
    worker.once('message', (result: TablaResult) => {
      resolve(result)
    })
    worker.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'ERR_WORKER_OUT_OF_MEMORY') resolve(refuse('contenido_excesivo'))
      else reject(error)
    })
    worker.once('exit', () => {
      clearTimeout(overrun)
      reject(new Error('the table worker ended without an answer'))
    })
  }).finally(() => worker.terminate())
}
