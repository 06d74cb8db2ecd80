import { readFileSync } from 'node:fs'
import { Agent, get } from 'node:http'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { ROOT } from '../../scripts/lib/run.mjs'
import { startSimulacro } from './processes.mjs'

const { Client } = createRequire(join(ROOT, 'apps/api/package.json'))('pg')
const LISTA = '/api/v1/publico/candidaturas'
const TIMES = 401

/**
 * The public list through the database, with the candidaturas that the simulacro has and, in another one, with `total`:
 * `{ own, rows: [{ name, small, large }] }`, medians in milliseconds of one new question at a time, by HTTP. Both are asked in turns, so that a
 * disturbance of the machine disturbs both.
 */
export async function measureLista(total) {
  const worlds = await Promise.all([startSimulacro(), startSimulacro()])
  const [small, large] = worlds
  try {
    const { own, subjects } = await subjectsOf(small)
    await withOwner(large, (client) => multiply(client, Math.ceil(total / own) - 1))
    const asked = await Promise.all(worlds.map(openPublico))
    const { total: many } = await (await fetch(`${asked[1].url}${LISTA}?limite=1`)).json()
    if (many < total) throw new Error(`the large world has ${many}`)
    const found = await medians(asked, subjects)
    return { own, rows: subjects.map(({ name }, at) => ({ name, small: found[at][0], large: found[at][1] })) }
  } finally {
    await Promise.all(worlds.map(({ stop }) => stop()))
  }
}

const PAGE = 20

/** Filters and words of a visitor. Each fills a page with the simulacro alone, for a longer answer costs more wherever it comes from. */
async function subjectsOf({ url }) {
  const asked = async (query) => (await fetch(`${url}${LISTA}?${query}`)).json()
  const { elementos } = await asked('cargo=regiduria&limite=500')
  const [{ actorPolitico }] = elementos
  const finding = async (texts) => {
    for (const text of texts) if ((await asked(`q=${encodeURIComponent(text)}`)).total >= PAGE) return text
    throw new Error(`nothing of what was typed finds ${PAGE}`)
  }
  const names = elementos.map(({ nombre }) => nombre.toLowerCase().split(' '))
  const one = await finding(names.map(([first]) => first))
  const two = await finding(names.map(([first, second]) => `${first.slice(0, 2)} ${second.slice(0, 2)}`))
  const { siguiente, total } = await asked('limite=500')
  return {
    own: total,
    subjects: Object.entries({
      everybody: '',
      'cargo regiduria': '&cargo=regiduria',
      'municipio 17007': '&municipio=17007',
      [`actor ${actorPolitico.clave}`]: `&actor=${actorPolitico.clave}`,
      [`actor ${actorPolitico.clave} and cargo`]: `&actor=${actorPolitico.clave}&cargo=regiduria`,
      'sexo mujer': '&sexo=mujer',
      'con propuestas': '&conPropuestas=true',
      [`palabras: ${one}`]: `&q=${encodeURIComponent(one)}`,
      [`palabras: ${one.slice(0, 2)}`]: `&q=${encodeURIComponent(one.slice(0, 2))}`,
      [`palabras: ${two}`]: `&q=${encodeURIComponent(two)}`,
    })
      .map(([name, query]) => ({ name, query, after: '000' }))
      .concat({ name: 'everybody, from the middle on', query: '', after: siguiente }),
  }
}

// A position in the list ends with the id of its row.
const NADIE = '00000000-0000-4000-8000-000000000000'

async function openPublico({ startPublico }) {
  const { url } = await startPublico()
  return { url, agent: new Agent({ keepAlive: true, maxSockets: 1 }) }
}

/** Median time of each subject in each world. */
async function medians(worlds, subjects) {
  const timesOf = async ({ query, after }, from) => {
    const times = worlds.map(() => [])
    for (let turn = from; turn < from + TIMES; turn += 1) {
      const path = `${LISTA}?limite=${PAGE}${query}&despues=${encodeURIComponent(`${after}${turn}${NADIE}`)}`
      for (const [at, { url, agent }] of worlds.entries()) times[at].push(await timeOf(url + path, agent))
    }
    return times
  }
  // A process that has just begun answers late, whatever it is asked.
  for (const subject of subjects) await timesOf(subject, 0)
  const found = []
  for (const subject of subjects) found.push((await timesOf(subject, TIMES)).map(median))
  for (const { agent } of worlds) agent.destroy()
  return found
}

function median(times) {
  return times.sort((a, b) => a - b)[Math.floor(times.length / 2)]
}

function timeOf(address, agent) {
  const from = performance.now()
  return new Promise((done, fail) => {
    get(address, { agent }, (answer) => {
      answer.resume()
      const end = () => (answer.statusCode === 200 ? done(performance.now() - from) : fail(new Error(`${address}: ${answer.statusCode}`)))
      answer.once('end', end)
    }).once('error', fail)
  })
}

async function withOwner({ place, folder }, work) {
  const password = readFileSync(join(folder, 'secretos/rol-dueno'), 'utf8').trim()
  const client = new Client({ ...place(), user: 'postgres', password })
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}

// Copies follow one another like so many states. Beside their originals, those with one name would come before anybody with two.
const PLACE = `'z' || to_char(p, 'FM00000') || t.orden`
const COPIED = {
  candidatura: { id: `md5(t.id::text || p)::uuid`, orden: PLACE },
  comienzo: { orden: PLACE },
  postulante: { orden: PLACE },
}

/** As many copies of everybody who is in the list. Foreign keys are not looked at meanwhile, because every place is copied by one rule. */
async function multiply(client, copies) {
  await client.query('set session_replication_role = replica')
  for (const [table, other] of Object.entries(COPIED)) {
    const { rows } = await client.query(
      `select column_name as name from information_schema.columns where table_schema = 'publico' and table_name = $1 and is_generated = 'NEVER'`,
      [table],
    )
    const names = rows.map(({ name }) => name)
    const from = names.map((name) => other[name] ?? `t.${name}`).join(', ')
    await client.query(
      `insert into publico.${table} (${names.join(', ')}) select ${from} from publico.${table} t, generate_series(1, $1::int) p`,
      [copies],
    )
  }
  await client.query('vacuum analyze publico.candidatura, publico.comienzo, publico.postulante')
  // Otherwise the copied rows are still on their way to the disk while the questions are asked.
  await client.query('checkpoint')
}
