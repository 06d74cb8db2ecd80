import { createHash, createPublicKey, randomUUID, verify } from 'node:crypto'
import canonicalize from 'canonicalize'
import { call, CAPTURA, enter } from './accounts.mjs'
import { bodyOf, HEADERS, measureInTurns } from './measure.mjs'
import { startConstants } from './processes.mjs'

/** Pause of the consola between the last key and its save: no operator saves more often. */
const PAUSE_MS = 1_500
const PAGE = 100
export const ANSWERS = {
  trayectoria: (mark) => ({ trayectoria: `Trayectoria de prueba ${mark}`, motivo: 'Motivo de prueba' }),
  historia: (mark) => ({ historia_profesional: `Historia de prueba ${mark}` }),
}

/**
 * Sections of candidaturas that nobody has begun, each with a token that may capture it: `{ token, id, seccion, version }`; two of one
 * candidatura only where there are more operators than candidaturas.
 */
export async function findPlaces(url, count) {
  const api = `${url}/api/v1`
  const places = []
  for (const account of CAPTURA) {
    const token = await enter(api, account)
    places.push(...(await unbegun(api, { token, count: Math.ceil(count / CAPTURA.length) })))
  }
  return Object.keys(ANSWERS)
    .flatMap((seccion) => places.map((place) => ({ ...place, seccion })))
    .slice(0, count)
}

/** A candidatura opened for captura beside a constant of its size: `{ bytes, rows }`. */
export async function measureOpening(url, { id, token }, rounds) {
  const headers = { ...HEADERS, authorization: `Bearer ${token}` }
  const opening = { name: 'a candidatura opened for captura', url, paths: [`/api/v1/candidaturas/${id}/captura`], headers }
  const body = await bodyOf(url + opening.paths[0], headers)
  const constants = await startConstants(body)
  try {
    return {
      bytes: body.length,
      rows: await measureInTurns([{ name: 'bare Fastify constant', url: constants.fastify, paths: ['/'] }, opening], rounds),
    }
  } finally {
    await constants.stop()
  }
}

/**
 * Measures the wait for a captura that opens, beside a constant of its size asked in the same way. There are as many operators as places. Each
 * opens its own and then reads as long as one types before a save, in turns of `seconds`; the first turn warms up and is not counted. Answers
 * `{ bare, own }`, p99 in milliseconds.
 */
export async function openAtPace(url, places, { rounds, seconds }) {
  const path = (place) => `/api/v1/candidaturas/${place.id}/captura`
  const constants = await startConstants(await bodyOf(url + path(places[0]), { authorization: `Bearer ${places[0].token}` }))
  const waits = { bare: [], own: [] }
  try {
    for (let round = 0; round <= rounds; round += 1) {
      for (const [name, address] of [
        ['bare', () => `${constants.fastify}/`],
        ['own', (place) => url + path(place)],
      ]) {
        const until = Date.now() + seconds * 1_000
        const all = await Promise.all(places.map((place) => openFor(address(place), { token: place.token, until })))
        if (round > 0) waits[name].push(...all.flat())
      }
    }
  } finally {
    await constants.stop()
  }
  const p99 = (times) =>
    percentile(
      times.toSorted((a, b) => a - b),
      0.99,
    )
  return { bare: p99(waits.bare), own: p99(waits.own) }
}

async function openFor(address, { token, until }) {
  const waits = []
  await pause(Math.random() * PAUSE_MS)
  while (Date.now() < until) {
    const since = performance.now()
    const answer = await fetch(address, { headers: { authorization: `Bearer ${token}` } })
    await answer.arrayBuffer()
    waits.push(performance.now() - since)
    if (answer.status !== 200) throw new Error(`${address} was answered ${answer.status}`)
    await pause(PAUSE_MS * (0.75 + Math.random() / 2))
  }
  return waits
}

/** Saves that are not counted: connections are opened, statements planned and code compiled by them. */
export const WARMING_S = 15

/**
 * As many operators as places, each saving a section of its candidatura and typing on, for `seconds` once it is warm.
 * Answers `{ saves, p50, p99 }`, in milliseconds, and fails at the first answer that is not an acuse which verifies.
 */
export async function saveAtOnce(url, places, seconds) {
  const llaves = await keysOf(`${url}/api/v1`)
  const warm = Date.now() + WARMING_S * 1_000
  const until = warm + seconds * 1_000
  const saved = (await Promise.all(places.map((place) => operate(url, { place, until })))).flat()
  for (const { contenido, acuse } of saved) demandGenuine(contenido, { acuse, llaves })
  const times = saved
    .filter(({ at }) => at >= warm)
    .map(({ ms }) => ms)
    .sort((a, b) => a - b)
  return { saves: times.length, p50: percentile(times, 0.5), p99: percentile(times, 0.99) }
}

/** One operator: the pauses are not all of one length, as those of people are not. */
async function operate(url, { place, until }) {
  const saved = []
  await pause(Math.random() * PAUSE_MS)
  while (Date.now() < until) {
    saved.push(await save(url, place))
    await pause(PAUSE_MS * (0.75 + Math.random() / 2))
  }
  return saved
}

async function save(url, place) {
  const respuestas = ANSWERS[place.seccion](randomUUID())
  const since = performance.now()
  const answer = await sendSave(url, place, { respuestas, key: randomUUID() })
  const body = await answer.json()
  const ms = performance.now() - since
  if (answer.status !== 200) throw new Error(`a save was answered ${answer.status}: ${JSON.stringify(body)}`)
  return { at: Date.now(), ms, ...keep(place, { respuestas, body }) }
}

/** Sends a section once; `key` names the save, so that sending it again writes nothing twice. */
export function sendSave(url, { id, seccion, token, version }, { respuestas, key, signal }) {
  return fetch(`${url}/api/v1/candidaturas/${id}/captura/curricular/${seccion}`, {
    method: 'PUT',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${token}`, 'idempotency-key': key },
    body: JSON.stringify({ version, respuestas }),
    signal,
  })
}

/** An answered save gives the next version of its place, and what its acuse speaks of. */
export function keep(place, { respuestas, body }) {
  place.version = body.version
  const contenido = { candidatura: place.id, cuestionario: 'curricular', seccion: place.seccion, version: body.version, respuestas }
  return { contenido, acuse: body.acuse }
}

/** Checks that the acuse speaks of the sent content, and that the system signed it. */
export function demandGenuine(contenido, { acuse, llaves }) {
  const { folio, acto, sha256, recibidoEn } = acuse
  const hash = createHash('sha256').update(acuse.sal + canonicalize(contenido))
  const text = Buffer.from(canonicalize({ folio, acto, sha256, recibidoEn }))
  const signed = llaves.some((llave) => verify(null, text, llave, Buffer.from(acuse.firma, 'base64')))
  if (hash.digest('hex') !== sha256 || !signed) throw new Error(`the acuse ${folio} does not verify`)
}

export async function keysOf(api) {
  const { elementos } = await call(api, null, ['GET', '/publico/llaves'])
  return elementos.map(({ llave }) => createPublicKey({ key: Buffer.from(llave, 'base64'), format: 'der', type: 'spki' }))
}

async function unbegun(api, { token, count }) {
  const places = []
  for (let despues = ''; places.length < count && despues !== null;) {
    const query = new URLSearchParams({ limite: String(PAGE), ...(despues && { despues }) })
    const { elementos, siguiente } = await call(api, token, ['GET', `/candidaturas?estatusCaptura=sin_captura&${query}`])
    places.push(...elementos.map(({ id }) => ({ id, token, version: 0 })))
    despues = siguiente
  }
  return places.slice(0, count)
}

export function percentile(sorted, share) {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))]
}

export function pause(ms) {
  return new Promise((done) => setTimeout(done, ms))
}
