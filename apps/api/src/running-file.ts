import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseJson } from '@conoceles/domain/typed'
import { namesAccount, type Config } from './config.ts'
import { openSecretos } from './shared/criptografia/secretos.ts'

export interface RunningPlace {
  pid: number
  host: string
  port: string
  database: string
  origen: string
}

/** Path of the file in which a running system writes which database it uses. */
export function runningFile({ datos }: { datos: string }): string {
  return join(datos, 'en-marcha.json')
}

/** Null when nothing was left written. */
export function readRunning(config: { datos: string }): RunningPlace | null {
  const file = runningFile(config)
  return existsSync(file) ? parseJson<RunningPlace>(readFileSync(file, 'utf8')) : null
}

/** Owner connection, for commands beside a running system: that of DATABASE_URL, or of the embedded database. Null: there is none. */
export function ownerUrl(config: Config): string | null {
  const running = config.databaseUrl ? null : readRunning(config)
  if (!running) return namesAccount(config.databaseUrl) ? config.databaseUrl : null
  return `postgres://postgres:${openSecretos(config.secretos).password('dueno')}@${running.host}:${running.port}/${running.database}`
}

/** Whether the process that wrote the file still answers: a killed one leaves the file behind. */
export async function isAnswering({ origen }: RunningPlace): Promise<boolean> {
  try {
    return (await fetch(`${origen}/live`, { signal: AbortSignal.timeout(1_000) })).ok
  } catch {
    return false
  }
}
