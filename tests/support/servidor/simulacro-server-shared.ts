import { chmodSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { BuiltFiles } from './simulacro-server-files.ts'

/** State that the set-up of the browser tests leaves for every test file. */
export interface SharedSimulacro {
  /** A running simulacro. A file that changes something uses a candidatura that no other file uses. */
  url: string
  built: BuiltFiles
  /** A data folder as a first start leaves it, to be copied. */
  prepared: string
}

/** Test files run in the process of the set-up or in its children. */
function fileOf(pid: number): string {
  return join(tmpdir(), `conoceles-e2e-${pid}.json`)
}

export function shareSimulacro(shared: SharedSimulacro): () => void {
  const file = fileOf(process.pid)
  writeFileSync(file, JSON.stringify(shared))
  chmodSync(file, 0o600)
  return () => rmSync(file, { force: true })
}

export function sharedSimulacro(): SharedSimulacro {
  for (const pid of [process.pid, process.ppid]) {
    try {
      return JSON.parse(readFileSync(fileOf(pid), 'utf8')) as SharedSimulacro
    } catch {
      // Not this one.
    }
  }
  throw new Error('No simulacro is running: run the browser tests with `npx jest --selectProjects e2e`.')
}
