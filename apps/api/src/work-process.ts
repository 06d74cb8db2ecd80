import { fork, type ChildProcess } from 'node:child_process'
import { setPriority } from 'node:os'
import { join } from 'node:path'
import type { FastifyBaseLogger } from 'fastify'
import { envOf, type Config } from './config.ts'
import type { Work } from './module.ts'

const AGAIN_MS = 1_000
const STOP_MS = 15_000
/** Requests come first: the work takes the processor time that they leave. */
const NICENESS = 5

/**
 * The work in a process of its own, so that a corte or a list of reminders keeps nobody waiting for an answer. If that process dies,
 * another is started. It ends with this one, in any case.
 */
export function startWorkProcess({ config, databaseUrl, log }: { config: Config; databaseUrl: string; log: FastifyBaseLogger }): Work {
  let stopping = false
  let child = launch()

  function launch(): ChildProcess {
    const started = fork(join(config.trabajadores, 'trabajos.worker.js'), {
      env: { ...envOf(config, databaseUrl), SERVICIO: 'trabajos' },
      execArgv: [],
    })
    started.once('spawn', () => started.pid !== undefined && setPriority(started.pid, NICENESS))
    started.once('exit', (code, signal) => {
      if (stopping) return
      log.error({ codigo: code, senal: signal }, 'the process of the work ended; another one is started')
      setTimeout(() => {
        if (!stopping) child = launch()
      }, AGAIN_MS).unref()
    })
    return started
  }

  return {
    stop: async () => {
      stopping = true
      if (child.exitCode !== null || child.signalCode !== null) return
      const ended = new Promise((done) => child.once('exit', done))
      if (child.connected) child.disconnect()
      const overrun = setTimeout(() => child.kill('SIGKILL'), STOP_MS)
      await ended
      clearTimeout(overrun)
    },
  }
}
