import type { ChildProcess } from 'node:child_process'
import { startHijo } from '../../../shared/archivos/hijo.ts'
import type { FotografiaResult, Recorte } from './fotografia.ts'
import { objection, refuse } from './fotografia.ts'

export interface FotografiaProcessor {
  /** Built file of fotografia.worker.ts. */
  workerPath: string
  /** Milliseconds from the moment the child has the photograph to its answer. */
  timeoutMs?: number
  /** Photographs that may wait; each holds up to 5 MB of memory. */
  maxWaiting?: number
}

export type ProcessFotografia = (content: Buffer, options?: { recorte?: Recorte }) => Promise<FotografiaResult>

/**
 * The decoder of images is the risky component. Each photograph gets a child process of its own, one at a time, without environment, killed
 * when it overruns. A refusal is an answer; an exception means that the child could not even start.
 */
export function createProcessFotografia({ workerPath, timeoutMs = 5_000, maxWaiting = 20 }: FotografiaProcessor): ProcessFotografia {
  let last: Promise<unknown> = Promise.resolve()
  let waiting = 0
  return async (content, { recorte } = {}) => {
    const code = objection(content, recorte) ?? (waiting >= maxWaiting ? 'ocupado' : null)
    if (code) return refuse(code)
    waiting += 1
    const turn = last.then(() => runChild({ workerPath, timeoutMs, content, recorte })).finally(() => (waiting -= 1))
    last = turn.catch(() => undefined)
    return turn
  }
}

interface Run {
  workerPath: string
  timeoutMs: number
  content: Buffer
  recorte: Recorte | undefined
}

function runChild({ workerPath, timeoutMs, content, recorte }: Run): Promise<FotografiaResult> {
  // Pixels live outside the heap and are bounded by count.
  const { child } = startHijo(workerPath, { heapMiB: 64 })
  return new Promise<FotografiaResult>((resolve, reject) => {
    let started = false
    const giveUp = (code: 'tiempo' | 'ilegible') => {
      if (started) resolve(refuse(code))
      else reject(new Error('the photograph process did not start'))
    }
    const overrun = setTimeout(giveUp, timeoutMs, 'tiempo')
    child.on('message', (message) => {
      if (message !== 'ready') {
        resolve(toResult(message))
        return
      }
      started = true
      overrun.refresh()
      // A child that dies meanwhile is told by its exit, not by the pipe.
      child.send({ content, recorte }, () => undefined)
    })
    child.once('error', reject)
    child.once('exit', () => {
      clearTimeout(overrun)
      giveUp('ilegible')
    })
  }).finally(() => {
    end(child)
  })
}

function end(child: ChildProcess): void {
  if (child.exitCode === null) child.kill('SIGKILL')
}

/** Across the process boundary a Buffer arrives as a plain Uint8Array. */
function toResult(message: unknown): FotografiaResult {
  const result = message as FotografiaResult
  if (!result.ok) return result
  const { chica, media, grande } = result.fotografia.tamanos
  const tamanos = { chica: Buffer.from(chica), media: Buffer.from(media), grande: Buffer.from(grande) }
  return { ok: true, fotografia: { ...result.fotografia, tamanos } }
}
