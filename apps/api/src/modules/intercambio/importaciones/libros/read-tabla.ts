import { startHijo, type Hijo } from '../../../../shared/archivos/hijo.ts'
import type { Answer, Order, Question, Upload } from './tabla-mensajes.ts'
import { refuse, type Fila, type Lectura, type TablaRefused, type Vista } from './tabla.ts'

export interface TablaReader {
  /** Built file of tabla.worker.ts. */
  workerPath: string
  /** Milliseconds that its process may be silent. */
  timeoutMs?: number
}

/** Consumer of the rows. */
export interface Consumer {
  /** Parts of the file to read, by its first rows; null: none for now. */
  choose(vistas: Vista[]): Promise<Lectura[] | null>
  /** The rows below the headings; the next ones are read when these are taken. `total` is a guess, 0 when there is none. */
  take(hoja: string, filas: Fila[], total: number): Promise<void>
}

/** Null when everything was read. */
export type ReadTabla = (upload: Upload, consumer: Consumer) => Promise<TablaRefused | null>

const HEAP_MIB = 256
/** How the engine ends beyond its heap, and the system where there is no memory left. */
const OUT_OF_MEMORY = new Set<NodeJS.Signals>(['SIGABRT', 'SIGTRAP', 'SIGKILL'])

/**
 * A spreadsheet is a program's worth of input: each file gets a process of its own, with little memory, ended when it overruns. A refusal
 * is an answer. An exception means that the process itself is broken, or that the consumer failed.
 */
export function createReadTabla({ workerPath, timeoutMs = 30_000 }: TablaReader): ReadTabla {
  return (upload, consumer) => {
    const hijo = startHijo(workerPath, { heapMiB: HEAP_MIB })
    return converse(hijo, { upload, consumer, timeoutMs }).finally(() => hijo.child.kill('SIGKILL'))
  }
}

interface Talk {
  upload: Upload
  consumer: Consumer
  timeoutMs: number
}

function converse({ child, complaint }: Hijo, { upload, consumer, timeoutMs }: Talk): Promise<TablaRefused | null> {
  return new Promise((resolve, reject) => {
    let silence = setTimeout(overrun, timeoutMs)
    function overrun(): void {
      resolve(refuse('tiempo'))
    }
    // One that dies meanwhile is told by its end, not by the pipe.
    const tell = (order: Order) => child.send(order, () => undefined)
    const hear = async (answer: Answer): Promise<void> => {
      clearTimeout(silence)
      if (answer.tipo === 'fin') return resolve(null)
      if (answer.tipo === 'rechazo') return resolve(answer.rechazo)
      const question = await questionAfter(answer, consumer)
      if (question === null) return resolve(null)
      silence = setTimeout(overrun, timeoutMs)
      tell(question)
    }
    child.on('message', (answer) => void hear(answer as Answer).catch(reject))
    child.once('error', reject)
    child.once('close', (code, signal) => {
      clearTimeout(silence)
      if (signal !== null && OUT_OF_MEMORY.has(signal)) resolve(refuse('contenido_excesivo'))
      else reject(new Error(`the table process ended with ${signal ?? code} and without an answer: ${complaint()}`))
    })
    tell(upload)
  })
}

async function questionAfter(answer: Extract<Answer, { tipo: 'vistas' | 'filas' }>, consumer: Consumer): Promise<Question | null> {
  if (answer.tipo === 'filas') {
    await consumer.take(answer.hoja, answer.filas, answer.total)
    return {}
  }
  const lecturas = await consumer.choose(answer.vistas)
  return lecturas === null ? null : { lecturas }
}
