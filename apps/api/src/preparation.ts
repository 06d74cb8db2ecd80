import { fork } from 'node:child_process'
import { join } from 'node:path'
import { ConfigError, envOf, type Config } from './config.ts'
import { firstStart, type Paso } from './first-start.ts'
import type { DemoCuenta } from './simulacro/index.ts'

/** Last message of the preparation's process: the accounts of a simulacro, or why it failed. */
export type Told = { cuentas: DemoCuenta[] } | { sentence: string }
/** A step that began, where somebody tells them. */
export interface Begun {
  paso: Paso
}

/** Path where nothing lies: a build that goes on has half of its files. */
const NONE = '/nonexistent'

interface Order {
  config: Config
  /** Owner connection. */
  url: string
  /** Whether an empty database gets the simulacro. */
  simulacro: boolean
}

/**
 * Prepares roles, migrations, the simulacro and pending publications in a child process. A whole state passes through its memory; the
 * server keeps neither that nor the owner's connection. The child dies with this process, and then leaves nothing half done.
 */
export async function prepareApart({ config, url, simulacro }: Order): Promise<DemoCuenta[]> {
  const start = firstStart()
  const args = [...(simulacro ? ['--simulacro'] : []), ...(start ? ['--pasos'] : [])]
  const child = fork(join(config.trabajadores, 'preparar.worker.js'), args, {
    env: { ...envOf(config, url), ...(config.visorServidor === null ? { VISOR_SERVIDOR: NONE } : {}) },
    execArgv: ['--enable-source-maps'],
  })
  const told = await new Promise<Told>((done, fail) => {
    child.once('error', fail)
    child.on('message', (message: Told | Begun) => ('paso' in message ? start?.begin(message.paso) : done(message)))
    child.once('close', (code, signal) =>
      done({ sentence: `No se terminó de preparar la base de datos (${signal ?? code}): vuelva a iniciar.` }),
    )
  })
  if ('sentence' in told) throw new ConfigError(told.sentence)
  return told.cuentas
}

/** Prepares the database for services that do not have the owner's account, and ends (SERVICIO=preparar). */
export async function prepareOnce(config: Config): Promise<void> {
  await prepareApart({ config, url: config.databaseUrl ?? '', simulacro: false })
  process.stdout.write('La base de datos está preparada.\n', () => process.exit(0))
}
