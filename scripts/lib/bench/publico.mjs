import { join } from 'node:path'
import { weighFirstView } from '../../../tests/load/first-view.mjs'
import { bodyOf, HEADERS, measureInTurns, overInTurns } from '../../../tests/load/measure.mjs'
import { residentOf } from '../../../tests/load/taken.mjs'
import { startConstants } from '../../../tests/load/processes.mjs'
import { measureRetiros } from '../../../tests/load/retiros.mjs'
import { judge } from './report.mjs'
import { ROOT } from '../run.mjs'

const PUBLICO = '/api/v1/publico'
const TURNS = { rounds: 9, seconds: 2, connections: 32 }
const CROWD = { rounds: 3, seconds: 6, connections: 256 }
const IDLE_MS = 60_000
const CONSTANT = 'node:http constant'
const BARE_FASTIFY = 'bare Fastify constant'
const DETAIL = 'data of a candidatura'
const MEMORY_MIB = { idle: 95, load: 150 }

/**
 * Measures public answers beside constants of their size, the bytes that a phone downloads, and how soon withdrawn data is gone. The process of the
 * public world answers, as it is deployed; or a server that was named.
 */
export async function benchAnswers(whole, { startPublico } = {}) {
  const { url, pid } = startPublico ? await startPublico() : { url: whole }
  if (pid) await judgeIdle(pid)
  const subjects = await subjectsOf({ url, pid })
  await openEach(subjects)
  const {
    url: at,
    paths: [detail],
  } = subjects[0]
  const body = await bodyOf(at + detail)
  const constants = await startConstants(body, await headersOf(at + detail))
  try {
    const bare = [
      { name: CONSTANT, url: constants.http },
      { name: BARE_FASTIFY, url: constants.fastify },
      { name: 'node:http constant with the headers of the data', url: constants.dressed },
    ].map((each) => ({ ...each, pid: constants.pid, paths: ['/'] }))
    printRates(await measureInTurns([...bare, ...subjects], TURNS), body.length)
    printCrowd(await measureInTurns([bare[0], subjects[0]], CROWD))
  } finally {
    await constants.stop()
  }
  if (pid) judge('MiB of the server after all this', residentOf(pid), (value) => value <= MEMORY_MIB.load, `≤ ${MEMORY_MIB.load}`)
  printWeight(await weighFirstView(join(ROOT, 'apps/visor/dist/client'), url))
  await benchRetiros(whole)
}

async function judgeIdle(pid) {
  console.log(`Leaving the server alone for ${IDLE_MS / 1000} s.`)
  await new Promise((done) => setTimeout(done, IDLE_MS))
  judge('MiB of the server that nobody asks', residentOf(pid), (value) => value <= MEMORY_MIB.idle, `≤ ${MEMORY_MIB.idle}`)
}

// [<id>] is another text in each request: no answer was given before, so each goes through PostgreSQL.
const UNASKED = 'despues=000[<id>]00000000-0000-4000-8000-000000000000'

async function subjectsOf({ url, pid }) {
  const { cargos, actoresPoliticos } = await read(`${url}${PUBLICO}/proceso`)
  const { elementos } = await read(`${url}${PUBLICO}/candidaturas?limite=50`)
  // Filters and words of a visitor.
  const list = `${PUBLICO}/candidaturas?cargo=${cargos.at(-1).clave}&actor=${actoresPoliticos[0].clave}&limite=20`
  const search = `${PUBLICO}/candidaturas?q=${encodeURIComponent(elementos[0].nombre.split(' ')[0])}&limite=20`
  const details = elementos.map(({ id }) => `${PUBLICO}/candidaturas/${id}`)
  const detail = await typicalOf(url, details)
  return [
    { name: DETAIL, paths: [detail] },
    { name: 'filtered list', paths: [list] },
    { name: 'search', paths: [search] },
    { name: `${DETAIL}, never asked before`, paths: details.map((path) => `${path}?${UNASKED}`) },
    { name: 'filtered list, never asked before', paths: [`${list}&${UNASKED}`] },
    { name: 'search, never asked before', paths: [`${search}&${UNASKED}`] },
  ].map((each) => ({ ...each, url, pid }))
}

/** The one of median size: one address, as the constants have, because turning between sizes slows the generator. */
async function typicalOf(url, paths) {
  const sizes = await Promise.all(paths.map(async (path) => ({ path, bytes: (await bodyOf(url + path)).length })))
  return sizes.sort((a, b) => a.bytes - b.bytes)[Math.floor(sizes.length / 2)].path
}

/** Opens every counted answer, all at once: quick bytes that say nothing would count as much. */
async function openEach(subjects) {
  const addresses = subjects.flatMap(({ url, paths }) => paths.map((path) => url + path.replace('[<id>]', 'abierta')))
  const opened = await Promise.all(addresses.map(read))
  const wrong = addresses.filter((address, at) => !isOf(address, opened[at]))
  if (wrong.length > 0) throw new Error(`not what was asked for: ${wrong.join(', ')}`)
}

function isOf(address, { id, elementos }) {
  return elementos ? elementos.length > 0 : new URL(address).pathname.endsWith(`/${id}`)
}

async function read(address) {
  const answer = await fetch(address)
  if (!answer.ok) throw new Error(`${address} answered ${answer.status}`)
  return answer.json()
}

/** Headers of an answer, without its length and those that each connection adds. */
async function headersOf(address) {
  const { headers } = await fetch(address, { headers: HEADERS })
  const own = ['content-length', 'date', 'connection', 'keep-alive']
  return Object.fromEntries([...headers].filter(([name]) => !own.includes(name)))
}

/**
 * Answers from memory cost so little that the client reaches its limit first: its processor is full while three tenths of the server's idle. So each
 * is measured by a second of the server's processor. That of a named server is unknown, and its requests per second count.
 */
const FROM_MEMORY = [
  { name: DETAIL, over: CONSTANT, goal: 0.78 },
  { name: DETAIL, over: BARE_FASTIFY, goal: 0.9 },
  { name: 'filtered list', over: CONSTANT, goal: 0.75 },
  { name: 'search', over: CONSTANT, goal: 0.5 },
]
/** These by requests per second: the database works for them beside the server. */
const THROUGH_DATABASE = [
  { name: `${DETAIL}, never asked before`, over: CONSTANT, goal: 0.18 },
  { name: 'filtered list, never asked before', over: CONSTANT, goal: 0.12 },
  { name: 'search, never asked before', over: CONSTANT, goal: 0.08 },
]

function printRates(rows, bytes) {
  const measured = new Map(rows.map((row) => [row.name, row]))
  const [http, bare] = [measured.get(CONSTANT), measured.get(BARE_FASTIFY)]
  const over = (row, base, unit) => overInTurns(row, base, unit).toFixed(2)
  const table = rows.map((row) => ({
    answer: row.name,
    'requests/s': Math.round(row.perSecond),
    'p99 ms': row.p99,
    'over node:http': over(row, http, 'perSecond'),
    'over bare Fastify': over(row, bare, 'perSecond'),
    'per s of processor': Math.round(row.perProcessorSecond),
    'over node:http ': over(row, http, 'perProcessorSecond'),
    'over bare Fastify ': over(row, bare, 'perProcessorSecond'),
  }))
  const { connections, rounds, seconds } = TURNS
  console.log(`\n${connections} connections, medians of ${rounds} turns of ${seconds} s, ${bytes} bytes of body as they travel (brotli):`)
  console.table(table)
  const isTold = rows.every(({ perProcessorSecond }) => perProcessorSecond > 0)
  for (const each of FROM_MEMORY) judgeOver(measured, each, isTold ? 'perProcessorSecond' : 'perSecond')
  for (const each of THROUGH_DATABASE) judgeOver(measured, each, 'perSecond')
}

const UNITS = { perSecond: 'requests per second', perProcessorSecond: 'requests per second of processor' }

function judgeOver(measured, { name, over, goal }, unit) {
  const value = overInTurns(measured.get(name), measured.get(over), unit)
  judge(`${name} over ${over}, ${UNITS[unit]}`, value, (each) => each >= goal, `≥ ${goal}`)
}

const CROWD_P99 = 2

function printCrowd([http, detail]) {
  console.log(`\n${CROWD.connections} connections: p99 ${detail.p99} ms, of the constant ${http.p99} ms, no error.`)
  judge('p99 of the data of a candidatura over node:http', detail.p99 / http.p99, (value) => value <= CROWD_P99, `≤ ${CROWD_P99}`)
}

const USED_KIB = 100

function printWeight({ js, css, total, scripts }) {
  const kib = (bytes) => (bytes / 1024).toFixed(1)
  // A browser weighs, page by page, the first load before any touch: tests/e2e/pagina/peso.test.ts.
  console.log(
    `\nHome of the visor once used, gzip: JS ${kib(js)} KiB in ${scripts.length} files, CSS ${kib(css)} KiB, all ${kib(total)} KiB.`,
  )
  judge('all of the home once used in KiB', total / 1024, (value) => value <= USED_KIB, `≤ ${USED_KIB}`)
}

const RETIROS = 5
const LIMPIO_MS = 1_000

/** Measures revocations and bloqueos until no public path shows the data. They change the data, so they come last. */
async function benchRetiros(url) {
  for (const [what, times] of Object.entries(await measureRetiros(url, RETIROS))) {
    const [median, max] = [times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)], Math.max(...times)]
    console.log(`\n${what}: ${times.length} acts, median ${Math.round(median)} ms from the answer to every public path clean.`)
    judge(`ms to be clean after «${what}», the worst`, max, (value) => value <= LIMPIO_MS, `≤ ${LIMPIO_MS}`)
  }
}
