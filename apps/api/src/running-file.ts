import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

export interface RunningPlace {
  pid: number
  host: string
  port: string
  database: string
  origen: string
}

/** Where a running system writes which database it uses. */
export function runningFile({ datos }: { datos: string }): string {
  return join(datos, 'en-marcha.json')
}

/** Null when nothing was left written. */
export function readRunning(config: { datos: string }): RunningPlace | null {
  const file = runningFile(config)
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as RunningPlace) : null
}

/** Whether what wrote the file still answers: a killed process leaves the file behind. */
export async function isAnswering({ origen }: RunningPlace): Promise<boolean> {
  try {
    return (await fetch(`${origen}/live`, { signal: AbortSignal.timeout(1_000) })).ok
  } catch {
    return false
  }
}
