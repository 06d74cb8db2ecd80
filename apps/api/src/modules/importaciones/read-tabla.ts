import { Worker } from 'node:worker_threads'
import type { Answer, Question } from './tabla-mensajes.ts'
import { refuse, type Fila, type Muestra, type TablaRefused } from './tabla.ts'

export interface TablaReader {
  /** Built file of tabla.worker.ts. */
  workerPath: string
  /** Milliseconds that the worker may be silent. */
  timeoutMs?: number
}

/** Who takes what is read. */
export interface Consumer {
  /** Sheets to read, by their headings; null: none for now. */
  choose(muestras: Muestra[]): Promise<string[] | null>
  /** The rows below the headings; the next ones are read when these are taken. `total` is a guess, 0 when there is none. */
  take(hoja: string, filas: Fila[], total: number): Promise<void>
}

export interface Upload {
  /** Given away: the worker has it afterwards. */
  content: Uint8Array<ArrayBuffer>
  nombreArchivo: string
}

/** Null when everything was read. */
export type ReadTabla = (upload: Upload, consumer: Consumer) => Promise<TablaRefused | null>

const MEMORY = { maxOldGenerationSizeMb: 256, maxYoungGenerationSizeMb: 16, stackSizeMb: 4 }

/**
 * A spreadsheet is a program's worth of input: each file gets a worker of its own, with little memory, ended when it overruns. A refusal is
 * an answer; an exception means that the worker itself is broken, or that whoever takes the rows failed.
 */
export function createReadTabla({ workerPath, timeoutMs = 30_000 }: TablaReader): ReadTabla {
  return ({ content, nombreArchivo }, consumer) => {
    const worker = new Worker(workerPath, {
      workerData: { content, nombreArchivo },
      transferList: [content.buffer],
      env: {},
      execArgv: [],
      stdout: true,
      stderr: true,
      resourceLimits: MEMORY,
    })
    return converse(worker, consumer, timeoutMs).finally(() => worker.terminate())
  }
}

function converse(worker: Worker, consumer: Consumer, timeoutMs: number): Promise<TablaRefused | null> {
  return new Promise((resolve, reject) => {
    let silence = setTimeout(overrun, timeoutMs)
    function overrun(): void {
      resolve(refuse('tiempo'))
    }
    const hear = async (answer: Answer): Promise<void> => {
      clearTimeout(silence)
      if (answer.tipo === 'fin') return resolve(null)
      if (answer.tipo === 'rechazo') return resolve(answer.rechazo)
      const question = await questionAfter(answer, consumer)
      if (question === null) return resolve(null)
      silence = setTimeout(overrun, timeoutMs)
      worker.postMessage(question)
    }
    worker.on('message', (answer: Answer) => void hear(answer).catch(reject))
    worker.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'ERR_WORKER_OUT_OF_MEMORY') resolve(refuse('contenido_excesivo'))
      else reject(error)
    })
    worker.once('exit', () => {
      clearTimeout(silence)
      reject(new Error('the table worker ended without an answer'))
    })
  })
}

async function questionAfter(answer: Extract<Answer, { tipo: 'muestras' | 'filas' }>, consumer: Consumer): Promise<Question | null> {
  if (answer.tipo === 'filas') {
    await consumer.take(answer.hoja, answer.filas, answer.total)
    return {}
  }
  const hojas = await consumer.choose(answer.muestras)
  return hojas === null ? null : { hojas }
}
