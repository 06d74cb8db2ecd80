// The whole check, the cheapest first: steps that read, side by side, then those that run. Stops at the first one that fails.
// `npm test -- derechos` runs only the tests with that word in their path. --fast leaves out tests of a built app or in a browser. A file of tests
// that fails is tried once more, alone on the machine and in a world of its own (it may start processes, a database or a browser). Failing again stops
// the check; passing is told at the end as unstable, to be mended.
import { mkdirSync, readFileSync, rmSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { join, relative } from 'node:path'
import { buildAll } from './lib/build.mjs'
import { ensureClientTypes } from './lib/client-types.mjs'
import { fail } from './lib/faults.mjs'
import { ensureInstalled } from './lib/installation.mjs'
import { ensureLts, LTS } from './lib/lts.mjs'
import { ensureTools } from './lib/machine.mjs'
import { installed, ROOT, run } from './lib/run.mjs'

const fast = process.argv.includes('--fast')
const chapters = process.argv.slice(2).filter((word) => !word.startsWith('--'))
const reports = join(ROOT, '.cache/jest')
const vueTsc = installed('vue-tsc/bin/vue-tsc.js', 'apps/visor')

/** Each file loads the whole program anew: with room for short-lived objects, the collector goes through fewer of them twice. */
const ROOM = '--max-semi-space-size=64'

/** Checks that only read or build: side by side, as many as there are processors, the longest first. */
const CHECKS = [
  ['lint', node(installed('eslint/bin/eslint.js'), '.')],
  ['format', node(installed('prettier/bin/prettier.cjs'), '--check', '--log-level', 'warn', '.')],
  ['types', node(installed('typescript/bin/tsc'), '--noEmit')],
  ...['apps/consola', 'apps/visor', 'packages/ui'].map((path) => [`types of ${path}`, node(vueTsc, '--noEmit', '-p', path)]),
  [
    'build, generated files, openapi.yaml',
    async () => (await buildAll({ only: fast ? ['api'] : undefined }), { code: 0, output: '' }),
    node('scripts/generate.mjs', '--check'),
    node(installed('@redocly/cli/bin/cli.js'), 'lint', 'openapi.yaml'),
  ],
  [
    'dependency rules',
    node(installed('dependency-cruiser/bin/dependency-cruise.mjs'), '--config', '.dependency-cruiser.cjs', 'apps', 'packages', 'tests'),
  ],
  ['unused code', node(installed('knip/bin/knip.js'))],
]

/**
 * Files of the API whose answer depends on Node itself: its HTTP parser, crypto, compression, streams, child processes and files. Rules and SQL are the
 * same on every Node; of them the unit tests are enough.
 */
const OF_NODE = [
  'acceso/tokens',
  'bitacora/acuses',
  'captura/captura-identidad',
  'intercambio/importaciones-archivos',
  'plataforma/metodos',
  'plataforma/robustez-direcciones',
  'plataforma/trabajos-proceso',
  'publicacion/cortes',
  'publico/descargas-proceso',
].map((name) => `tests/api/${name}.test.ts`)

/** Steps that take all processors each, one after another, with the minutes that each takes on two. */
const TESTS = [
  ['unit and architecture tests', 2, jestTwice('unit', 'architecture')],
  ['API and contract tests', 12, jestTwice('api')],
  !fast && ['browser tests', 15, jestTwice('e2e')],
].filter(Boolean)
const CHECKS_MINUTES = 3

/** More files than these do not fail by chance. */
const UNSTABLE_AT_MOST = 5
const unstable = []
const started = Date.now()
rmSync(reports, { recursive: true, force: true })
mkdirSync(reports, { recursive: true })
await prepare().catch(fail)
const steps = (chapters.length > 0 ? 0 : CHECKS.length) + TESTS.length
const failed = chapters.length > 0 ? await inTurn(TESTS) : ((await sideBySide(CHECKS)) ?? (await inTurn(TESTS)))
if (failed) console.error(`\n✗ ${failed}: stopped here.`)
else console.log(`\n✓ All ${steps} steps in ${seconds(started)} s.`)
countTests()
process.exit(failed ? 1 : 0)

/** Finds all that the check needs before anything else, and says how long it will take. */
async function prepare() {
  const announce = (names) => console.log(`Installing ${names}…`)
  if (!fast) await ensureTools(announce)
  const lts = fast || chapters.length > 0 ? null : await ensureLts(announce)
  if (lts) TESTS.splice(1, 0, [`unit tests and part of the API on Node ${LTS.version}`, 2, onLts(lts)])
  await ensureInstalled(() => console.log('Installing dependencies…'))
  if (chapters.length > 0) {
    if (!fast) await buildAll({})
    return
  }
  await ensureClientTypes()
  const minutes = TESTS.reduce((sum, [, each]) => sum + each, CHECKS_MINUTES)
  console.log(`${CHECKS.length + TESTS.length} steps; about ${minutes} minutes on two processors.`)
}

/** Title of the first step that fails; what runs beside it then ends, and nothing else begins. Each tells what it printed once it ended. */
async function sideBySide(steps) {
  const waiting = [...steps]
  let failed = null
  const lane = async () => {
    for (let step = waiting.shift(); step && failed === null; step = waiting.shift()) {
      const [title, ...actions] = step
      const since = Date.now()
      let printed = ''
      let code = 0
      for (let action = actions.shift(); action && code === 0; action = actions.shift()) {
        const ended = await action()
        code = ended.code
        printed += ended.output
      }
      console.log(`\n── ${title}\n${printed}   ${seconds(since)} s`)
      if (code !== 0) failed ??= title
    }
  }
  await Promise.all(Array.from({ length: availableParallelism() }, lane))
  return failed
}

async function inTurn(steps) {
  for (const [title, minutes, action] of steps) {
    const since = Date.now()
    console.log(`\n── ${title}${chapters.length > 0 ? '' : `, about ${minutes} minutes`}`)
    if ((await action()) !== 0) return title
    console.log(`   ${seconds(since)} s`)
  }
  return null
}

function node(...args) {
  return () => run(process.execPath, args, { env: { REDOCLY_TELEMETRY: 'off', REDOCLY_SUPPRESS_UPDATE_NOTICE: 'true' } })
}

function jest(...projects) {
  return jestInto(
    projects.join('-'),
    '--selectProjects',
    ...projects,
    ...(chapters.length > 0 ? ['--passWithNoTests', '--testPathPatterns', ...chapters] : []),
  )
}

function jestTwice(...projects) {
  const name = projects.join('-')
  return async () => {
    if ((await jest(...projects)()) === 0) return 0
    const failed = (readReport(name)?.testResults ?? []).filter(({ status }) => status === 'failed').map(({ name }) => relative(ROOT, name))
    if (failed.length === 0 || failed.length > UNSTABLE_AT_MOST) return 1
    console.log(`\n── once more, alone: ${failed.join(', ')}`)
    const code = await jestInto(`${name}-again`, '--selectProjects', ...projects, '--runInBand', '--runTestsByPath', ...failed)()
    if (code === 0) unstable.push(...failed)
    return code
  }
}

function jestInto(name, ...args) {
  const command = [ROOM, installed('jest/bin/jest.js'), ...args, '--json', '--outputFile', join(reports, `${name}.json`)]
  return async () => (await run(process.execPath, command, { show: true })).code
}

/** Once: these files have just passed, so a failure here is of Node. */
function onLts(program) {
  const paths = ['/(apps|packages)/[^/]+/src/', '/tests/unit/', ...OF_NODE.map((path) => `${path}$`)]
  const command = [ROOM, installed('jest/bin/jest.js'), '--selectProjects', 'unit', 'api', '--testPathPatterns', ...paths]
  return async () => (await run(program, command, { show: true })).code
}

function countTests() {
  const results = ['unit-architecture', 'api', 'e2e'].map(readReport).filter(Boolean)
  if (results.length === 0) return
  const sum = (key) => results.reduce((total, result) => total + result[key], 0)
  console.log(`\n${sum('numPassedTests')} passed, ${sum('numFailedTests') + sum('numRuntimeErrorTestSuites')} failed`)
  if (unstable.length > 0) console.log(`Failed once and passed alone, to be mended: ${unstable.join(', ')}`)
}

function readReport(name) {
  try {
    return JSON.parse(readFileSync(join(reports, `${name}.json`), 'utf8'))
  } catch {
    return null
  }
}

function seconds(since) {
  return ((Date.now() - since) / 1000).toFixed(1)
}
