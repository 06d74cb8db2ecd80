import { fork, type ChildProcess } from 'node:child_process'

/** A process of its own for work that takes memory, or the only thread, or reads what a stranger wrote. */
export interface Hijo {
  child: ChildProcess
  /** The last it wrote where errors go. */
  complaint(): string
}

/**
 * Nothing of ours goes with it: no secret of the environment, no inspector. `workerPath`: its built file; `heapMiB`: what its objects may take
 * at most, beyond which it is aborted (buffers live outside it). Whoever starts it ends it.
 */
export function startHijo(workerPath: string, { heapMiB }: { heapMiB?: number } = {}): Hijo {
  const execArgv = heapMiB === undefined ? [] : [`--max-old-space-size=${heapMiB}`]
  const child = fork(workerPath, { serialization: 'advanced', env: {}, execArgv, stdio: ['ignore', 'ignore', 'pipe', 'ipc'] })
  let complaint = ''
  child.stderr?.on('data', (chunk: Buffer) => (complaint = (complaint + chunk.toString('utf8')).slice(-2_000)))
  return { child, complaint: () => complaint }
}

/** What it ended of, with the code of the system where that refused something (`ENOSPC`: there is no room): Node ends what it writes with it. */
export function endedEarly(how: string, complaint: string): Error {
  const code = /\bcode: '(E[A-Z]+)'/.exec(complaint)?.[1]
  return Object.assign(new Error(`${how}: ${complaint}`), code ? { code } : {})
}
