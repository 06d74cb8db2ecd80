// npm run bench [-- publico paginas lista corte copia busqueda captura noche persona operador calendario directorio importacion informes] [-- --url http://localhost:3000]: answers side by side with the best
// that this machine could do; all sections, unless some are named. Ratios count, not the absolute figures: see the goals beside them.
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { measureProgramar, measureTablero } from '../tests/load/calendario.mjs'
import { runProgram } from '../tests/load/programs.mjs'
import { findPlaces, measureOpening, openAtPace, percentile, saveAtOnce } from '../tests/load/captura.mjs'
import { measurePersona } from '../tests/load/persona.mjs'
import { measureDirectorio } from '../tests/load/directorio.mjs'
import { measureEntrada, measureFiltros, measureValidar, measureVisible } from '../tests/load/operador.mjs'
import { playNight } from '../tests/load/noche.mjs'
import { measureImports } from '../tests/load/importacion.mjs'
import { measureInformes } from '../tests/load/informes.mjs'
import { startSimulacro } from '../tests/load/processes.mjs'
import { benchNginx } from './lib/bench/copia.mjs'
import { benchCorte } from './lib/bench/corte.mjs'
import { benchLista } from './lib/bench/lista.mjs'
import { benchPaginas } from './lib/bench/paginas.mjs'
import { benchAnswers } from './lib/bench/publico.mjs'
import { judge, printBeside, ratio } from './lib/bench/report.mjs'
import { buildAll } from './lib/build.mjs'
import { fail } from './lib/faults.mjs'
import { ensureInstalled } from './lib/installation.mjs'
import { ROOT } from './lib/run.mjs'

const ROUNDS = { rounds: 3, seconds: 6 }
const { values, positionals } = parseArgs({ allowPositionals: true, options: { url: { type: 'string' } } })

/** The server that was named, or a simulacro of its own. */
async function withServer(work) {
  const server = values.url ? { url: values.url.replace(/\/$/, ''), stop: () => undefined } : await startSimulacro()
  const { url, stop } = server
  try {
    await work(url, server)
  } finally {
    await stop()
  }
}

function benchPublico() {
  console.log('\nMeasuring the public answers: about six minutes.')
  return withServer(benchAnswers)
}

function benchPedidas() {
  console.log('\nPages that are made on request: about three minutes.')
  return withServer(benchPaginas)
}

function benchCopia() {
  console.log('\nA copy in files on nginx beside a plain file: about two minutes.')
  return withServer(benchNginx)
}

const COUNTRY = 60_000
const THROTTLE = 4
const KEY_MS = 50

/** Measures a key pressed on a phone, as if it were so many times slower than this machine. */
async function benchBusqueda() {
  console.log(`\nTyping names over ${COUNTRY.toLocaleString('en')} candidaturas in memory.`)
  const { indexed, median, slowest } = await runProgram(new URL('../tests/load/busqueda-medida.ts', import.meta.url), COUNTRY)
  console.log(`Index read in ${indexed.toFixed(0)} ms; a key: median ${median.toFixed(1)} ms, the slowest ${slowest.toFixed(1)} ms.`)
  judge(`ms of the slowest key × ${THROTTLE}`, slowest * THROTTLE, (value) => value <= KEY_MS, `≤ ${KEY_MS}`)
}

const ACTIVIDADES = 10_000
const RECOMPUTED_MS = 200
const TABLERO_P99 = 5

/** The engine of the calendar alone, and the board that it feeds. */
async function benchCalendario() {
  console.log(`\nRecomputing a programme of ${ACTIVIDADES.toLocaleString('en')} actividades, then asking for the board: half a minute.`)
  const { milestones, conflictos, milliseconds } = await measureProgramar(ACTIVIDADES)
  console.log(`${milestones} moments, ${conflictos} contradictions; the median of the rounds, as time of the processor.`)
  judge(`ms to recompute ${ACTIVIDADES} actividades`, milliseconds, (value) => value <= RECOMPUTED_MS, `≤ ${RECOMPUTED_MS}`)
  await withServer(benchTablero)
}

async function benchTablero(url) {
  const { bytes, rows } = await measureTablero(url, ROUNDS)
  printBeside(rows, { bytes, rounds: ROUNDS, what: 'the board', goal: TABLERO_P99 })
}

const OPERATORS = { few: 32, many: 200 }
const SAVING_S = 60
const OPENING_P99 = 3
const SAVE_P99_MS = 25

/** Measures the waits of a party's operators: a candidatura that opens, and the acuse of what they typed. */
function benchCaptura() {
  console.log('\nOpening a captura, then operators who type and save: three minutes.')
  return withServer(async (url) => {
    const places = await findPlaces(url, OPERATORS.many)
    const { bytes, rows } = await measureOpening(url, places[0], ROUNDS)
    printBeside(rows, { bytes, rounds: ROUNDS, what: 'opening a captura without pause', goal: OPENING_P99 })
    const { bare, own } = await openAtPace(url, places.slice(0, OPERATORS.few), ROUNDS)
    console.log(`\n${OPERATORS.few} operators who open and read: p99 ${own.toFixed(1)} ms, of the constant ${bare.toFixed(1)} ms.`)
    judge(
      'p99 of opening a captura at the pace of people over bare Fastify',
      own / bare,
      (value) => value <= OPENING_P99,
      `≤ ${OPENING_P99}`,
    )
    for (const operators of [OPERATORS.few, places.length]) {
      const { saves, p50, p99 } = await saveAtOnce(url, places.slice(0, operators), SAVING_S)
      console.log(
        `\n${operators} operators, ${SAVING_S} s: ${saves} saves, each acuse verified; median ${p50.toFixed(0)} ms, p99 ${p99.toFixed(0)} ms.`,
      )
      if (operators === OPERATORS.few) judge('p99 of a save in ms', p99, (value) => value <= SAVE_P99_MS, `≤ ${SAVE_P99_MS}`)
    }
  })
}

/** Nine in ten of a state's 4,163 personas in the last 48 hours, each with some twenty saves, played in ten minutes. */
const NIGHT = { personas: 3_747, saves: 20, hours: 48, seconds: 600 }
const NIGHT_P99_MS = 500

async function benchNoche() {
  console.log(`
The last night: ${NIGHT.hours} hours in ${NIGHT.seconds / 60} minutes, half of the operators on a bad line, and one kill -9.`)
  const night = await playNight({ operators: OPERATORS.many, seconds: NIGHT.seconds })
  console.log(
    `${night.operators} operators: ${night.saves} saves, ${night.again} of them sent more than once; median ${night.p50.toFixed(0)} ms; ${night.down.toFixed(1)} s without a server.`,
  )
  const none = (what, count) => judge(what, count, (value) => value === 0, '0')
  none('sections without what was acknowledged', night.lost.length)
  none('acuses that do not verify', night.falsa.length)
  none('breaks in the bitácora', night.integra ? 0 : 1)
  judge('saves', night.saves, (value) => value >= NIGHT.personas * NIGHT.saves, `≥ ${NIGHT.personas * NIGHT.saves}`)
  judge('p99 of a save in ms', night.p99, (value) => value <= NIGHT_P99_MS, `≤ ${NIGHT_P99_MS}`)
}

const OPERADOR = { list: 300, many: 500, validate: 5, visible: 1_000, turns: 40, enter: 4 }

/** The waits of an operator and of a reviewer that are no saves. */
function benchOperador() {
  console.log('\nAn operator who enters, filters and validates, and a reviewer who verifies: two minutes.')
  return withServer(async (url) => {
    const { form, formBytes, entered, bytes } = await measureEntrada(url)
    console.log(
      `At 400 kbps: the form after ${seconds(form)} s and ${kib(formBytes)} KiB, her first page ${seconds(entered)} s later, ${kib(bytes)} KiB in all.`,
    )
    judge('seconds of a first sign-in', (form + entered) / 1_000, (value) => value <= OPERADOR.enter, `≤ ${OPERADOR.enter}`)
    const { asked, slowest, ms } = await measureFiltros(url)
    judge(`ms of the list under the slowest of ${asked} filters (${slowest})`, ms, (value) => value <= OPERADOR.list, `≤ ${OPERADOR.list}`)
    const { validadas, seconds: taken } = await measureValidar(url)
    console.log(`${validadas} capturas validated at once in ${taken.toFixed(1)} s.`)
    const pace = (taken / validadas) * OPERADOR.many
    judge(`seconds for ${OPERADOR.many} at that pace`, pace, (value) => value <= OPERADOR.validate, `≤ ${OPERADOR.validate}`)
    const visible = (await measureVisible(url, OPERADOR.turns)).toSorted((a, b) => a - b)
    judge(
      `p95 ms from «verificar» to public, of ${visible.length}`,
      percentile(visible, 0.95),
      (value) => value <= OPERADOR.visible,
      `≤ ${OPERADOR.visible}`,
    )
  })
}

const seconds = (ms) => (ms / 1_000).toFixed(1)
const kib = (bytes) => (bytes / 1_024).toFixed(0)

const PERSONA = { invitation: 3, first: 3, section: 0.5, photograph: 10, kib: 90 }

/** A persona on a phone with a bad line: seconds from each tap until she reads what it opens. */
async function benchPersona() {
  console.log('\nA persona on a phone at 400 ms, 50 kB/s and a quarter of this processor: two minutes.')
  await withServer(async (url, { folder }) => {
    if (!folder) return console.log('Left out: her invitation is read from the folder of a simulacro that this command starts.')
    const { invitation, entered, opened, before, between, photograph } = await measurePersona(url, folder)
    const judgeSeconds = (what, ms, goal) => judge(`seconds ${what}`, ms / 1000, (value) => value <= goal, `≤ ${goal}`)
    console.log(`Her first section opened in ${(opened / 1000).toFixed(1)} s.`)
    judgeSeconds('until her invitation is open', invitation.ms, PERSONA.invitation)
    judgeSeconds('until her first page after she enters', entered, PERSONA.first)
    judgeSeconds('from one section to the next', Math.max(...between), PERSONA.section)
    judgeSeconds('until a photograph of 6 MB is received', photograph, PERSONA.photograph)
    judge('KiB before her first section', before / 1024, (value) => value <= PERSONA.kib, `≤ ${PERSONA.kib}`)
  })
}

const MANY = 1_000_000
const GROWTH = 1.5

/** The directory of one proceso, alone and among others: it must not notice them. */
async function benchDirectorio() {
  console.log(
    `\nFilling the directory with other procesos, ${MANY.toLocaleString('en')} candidaturas in all: two minutes on a machine at rest.`,
  )
  const { seconds, rows } = await measureDirectorio(MANY)
  console.log(`Loaded in ${Math.round(seconds)} s. First page and total, medians in ms, as the secretaría with row-level security:`)
  console.table(
    rows.map(({ name, small, large }) => ({
      asked: name,
      'alone, 4,163': small.toFixed(2),
      [`among ${MANY.toLocaleString('en')}`]: large.toFixed(2),
      growth: ratio(large, small),
    })),
  )
  const worst = (which) => Math.max(...rows.filter(which).map(({ small, large }) => large / small))
  const isSearch = ({ name }) => name.startsWith('palabras')
  judge('growth of a search by words, the worst', worst(isSearch), (value) => value <= GROWTH, `≤ ${GROWTH}`)
  judge(
    'growth of the first page of a filter, the worst',
    worst((row) => !isSearch(row)),
    (value) => value <= GROWTH,
    `≤ ${GROWTH}`,
  )
}

const STATE = 4_163
const LARGE = 100_000
const MEMORY_MIB = 600

/** Lists handed in, reviewed, confirmed and undone: a row of a long list must cost the same as one of a short list. */
async function benchImports() {
  console.log(`\nImporting lists of ${STATE.toLocaleString('en')} and ${LARGE.toLocaleString('en')} rows: about ten minutes.`)
  const rows = await measureImports([
    { filas: STATE, formato: 'csv' },
    { filas: LARGE, formato: 'csv' },
    { filas: LARGE, formato: 'xlsx' },
  ])
  console.table(
    rows.map(({ filas, formato, bytes, revision, escritura, total, deshecha, base, pico }) => ({
      list: `${filas.toLocaleString('en')} ${formato}`,
      MiB: (bytes / 1024 / 1024).toFixed(1),
      'reviewed s': revision.toFixed(1),
      'written s': escritura.toFixed(1),
      'all s': total.toFixed(1),
      'undone s': deshecha.toFixed(1),
      'RSS before MiB': base,
      'peak RSS MiB': pico,
    })),
  )
  const [state, csv, xlsx] = rows
  judge('seconds to review 4,163 rows', state.revision, (value) => value <= 6, '≤ 6')
  judge('seconds to review 100,000 rows', Math.max(csv.revision, xlsx.revision), (value) => value <= 120, '≤ 120')
  judge('seconds for 4,163 rows', state.total, (value) => value <= 10, '≤ 10')
  judge('seconds for 100,000 rows, CSV', csv.total, (value) => value <= 180, '≤ 180')
  judge('seconds for 100,000 rows, XLSX', xlsx.total, (value) => value <= 180, '≤ 180')
  judge('a row of 100,000 over a row of 4,163', csv.total / LARGE / (state.total / STATE), (value) => value <= 1.5, '≤ 1.5')
  judge('peak memory in MiB', Math.max(csv.pico, xlsx.pico), (value) => value <= MEMORY_MIB, `≤ ${MEMORY_MIB}`)
}

/** Seconds from asking for a cut until its PDF is here: of a state, and of many more. */
const INFORMES = { 'of April': 3, 'of the final informe': 10, 'of 100,000 more': 60 }

async function benchInformes() {
  console.log(`\nInformes of ${STATE.toLocaleString('en')} candidaturas, then of ${LARGE.toLocaleString('en')} more: about five minutes.`)
  const rows = await measureInformes(LARGE)
  console.log('Seconds of the cut and of each document, and the peak memory of the server in MiB:')
  console.table(rows)
  Object.entries(INFORMES).forEach(([which, goal], at) =>
    judge(`seconds to the PDF ${which}`, rows[at].corte + rows[at].pdf, (value) => value <= goal, `≤ ${goal}`),
  )
  judge('peak memory of the server in MiB', Math.max(...rows.map(({ pico }) => pico)), (value) => value <= MEMORY_MIB, `≤ ${MEMORY_MIB}`)
}

const SECTIONS = {
  publico: benchPublico,
  paginas: benchPedidas,
  lista: benchLista,
  corte: benchCorte,
  copia: benchCopia,
  busqueda: benchBusqueda,
  captura: benchCaptura,
  noche: benchNoche,
  persona: benchPersona,
  operador: benchOperador,
  calendario: benchCalendario,
  directorio: benchDirectorio,
  importacion: benchImports,
  informes: benchInformes,
}

try {
  const unknown = positionals.filter((name) => !Object.hasOwn(SECTIONS, name))
  if (unknown.length > 0) throw new Error(`no section ${unknown.join(', ')}: there are ${Object.keys(SECTIONS).join(', ')}`)
  await ensureInstalled(() => console.log('Installing dependencies…'))
  await buildAll({ announce: () => console.log('Building…') })
  for (const [name, section] of Object.entries(SECTIONS)) if (positionals.length === 0 || positionals.includes(name)) await section()
} catch (error) {
  fail(error)
}
