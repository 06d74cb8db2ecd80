import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { fingerprint, isDone, setDone } from './fingerprint.mjs'
import { installed, mustRun, ROOT } from './run.mjs'

const OPENAPI = 'openapi.yaml'
const CLIENT = 'packages/api-client/src/schema.d.ts'
const MARKER = 'client-types'

/** Makes the types of the client from openapi.yaml, unless they are of it already. Compilers, lint and editors need them; builds do not. */
export async function ensureClientTypes() {
  const wanted = fingerprint([OPENAPI, 'pnpm-lock.yaml'])
  if (existsSync(join(ROOT, CLIENT)) && isDone(MARKER, wanted)) return
  await mustRun(process.execPath, [installed('openapi-typescript/bin/cli.js'), OPENAPI, '--output', CLIENT])
  setDone(MARKER, wanted)
}
