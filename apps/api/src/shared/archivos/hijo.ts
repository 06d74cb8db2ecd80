import { fork, type ChildProcess } from 'node:child_process'

/** A process of its own for work that takes memory, or the only thread, or reads a stranger's file. */
export interface Hijo {
  child: ChildProcess
  /** The last it wrote where errors go. */
  complaint(): string
}

/**
 * Starts a child with nothing of ours: no secret of the environment, no inspector. The caller ends it.
 * `workerPath`: its built file; `heapMiB`: limit of its objects, beyond which it is aborted (buffers live outside it); `youngMiB`: room of each
 * half for objects that just came, where the little that V8 begins with is too small.
 */
export function startHijo(workerPath: string, { heapMiB, youngMiB }: { heapMiB?: number; youngMiB?: number } = {}): Hijo {
  const execArgv = [
    ...(heapMiB === undefined ? [] : [`--max-old-space-size=${heapMiB}`]),
    ...(youngMiB === undefined ? [] : [`--min-semi-space-size=${youngMiB}`, `--max-semi-space-size=${youngMiB}`]),
  ]
  const child = fork(workerPath, { serialization: 'advanced', env: {}, execArgv, stdio: ['ignore', 'ignore', 'pipe', 'ipc'] })
  let complaint = ''
  child.stderr?.on('data', (chunk: Buffer) => (complaint = (complaint + chunk.toString('utf8')).slice(-2_000)))
  return { child, complaint: () => complaint }
}

/**
 * Error of a child that ended early, with the system's code where it refused something (`ENOSPC`: disk full). Node writes that code last.
 */
export function endedEarly(how: string, complaint: string): Error {
  const code = /\bcode: '(E[A-Z]+)'/.exec(complaint)?.[1]
  return Object.assign(new Error(`${how}: ${complaint}`), code ? { code } : {})
}
