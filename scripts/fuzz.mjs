// npm run fuzz [-- --seed 7 --only validarCandidatura --each 3000]: asks every route of openapi.yaml as nobody should, from the roles that may call it
// and from the others. A failure names the seed and the operation that repeat it. About half an hour at rest for all.
import { parseArgs } from 'node:util'
import { installed, run } from './lib/run.mjs'

const { values } = parseArgs({ options: { seed: { type: 'string' }, only: { type: 'string' }, each: { type: 'string', default: '3000' } } })
const env = {
  FUZZ_SEED: values.seed ?? String(Date.now() % 1_000_000),
  FUZZ_EACH: values.each,
  ...(values.only ? { FUZZ_ONLY: values.only } : {}),
}
const jest = [
  '--max-semi-space-size=64',
  installed('jest/bin/jest.js'),
  '--selectProjects',
  'api',
  '--runTestsByPath',
  'tests/api/plataforma/fuzz.test.ts',
]
process.exit((await run(process.execPath, jest, { env, show: true })).code)
