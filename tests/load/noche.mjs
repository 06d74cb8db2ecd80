import { randomUUID } from 'node:crypto'
import { AUDITORIA, call, CAPTURA, enter } from './accounts.mjs'
import { ANSWERS, demandGenuine, findPlaces, keep, keysOf, pause, percentile, sendSave, WARMING_S } from './captura.mjs'
import { startSimulacro } from './processes.mjs'

/** Between the last key and the save, as in the consola. */
const PAUSE_MS = 1_500
/** A bad line loses one answer in so many, and nobody knows whether what was sent arrived. */
const LOST_ONE_IN = 5
const LOST_WITHIN_MS = 150
const AGAIN_MS = 1_000
/** The server says with these that it will do the same request later. */
const LATER = new Set([409, 429, 503])

/**
 * The last night: so many operators who type and save without end, every second one on a bad line, for `seconds`, and the server dies without
 * warning in the middle. Each sends what was not answered again until it is, under the same key. Answers
 * `{ operators, saves, again, p50, p99, down, lost, falsa, integra }`: waits in milliseconds of saves that were answered at once, without those in
 * which the server warms up before the night; `down` in seconds, sections that do not hold what was acknowledged last, acuses that do not verify,
 * and whether the bitácora is whole.
 */
export async function playNight({ operators, seconds }) {
  const { url, stop, kill } = await startSimulacro()
  try {
    const llaves = await keysOf(`${url}/api/v1`)
    const places = await findPlaces(url, operators)
    const night = { url, warm: Date.now() + WARMING_S * 1_000, until: Date.now() + seconds * 1_000 }
    const played = places.map((place, at) => operate(night, { place, badLine: at % 2 === 1 }))
    await pause((seconds / 2) * 1_000)
    const since = performance.now()
    await kill()
    const down = (performance.now() - since) / 1_000
    await signInAgain(`${url}/api/v1`, places)
    const saved = (await Promise.all(played)).flat()
    const falsa = saved.filter((each) => !isGenuine(each, llaves)).map(({ acuse }) => acuse.folio)
    return { operators: places.length, ...waits(saved, night.warm), down, falsa, ...(await compare(url, places)) }
  } finally {
    await stop()
  }
}

/** A token lasts ten minutes, less than the night. */
async function signInAgain(api, places) {
  const old = [...new Set(places.map(({ token }) => token))]
  const fresh = await Promise.all(CAPTURA.map((account) => enter(api, account)))
  for (const place of places) place.token = fresh[old.indexOf(place.token)]
}

async function operate({ url, until }, { place, badLine }) {
  const saved = []
  await pause(Math.random() * PAUSE_MS)
  while (Date.now() < until) {
    saved.push(await insist(url, { place, badLine }))
    await pause(PAUSE_MS * (0.75 + Math.random() / 2))
  }
  return saved
}

/** Sends one save until it is answered. */
async function insist(url, { place, badLine }) {
  const respuestas = ANSWERS[place.seccion](randomUUID())
  const key = randomUUID()
  for (let again = 0; ; again += 1) {
    const since = performance.now()
    const signal = badLine && Math.random() * LOST_ONE_IN < 1 ? AbortSignal.timeout(Math.ceil(Math.random() * LOST_WITHIN_MS)) : undefined
    const answer = await sendSave(url, place, { respuestas, key, signal })
      .then(async (sent) => ({ status: sent.status, body: await sent.json() }))
      .catch(() => null)
    if (answer?.status === 200) {
      place.last = respuestas
      return { at: Date.now(), ms: performance.now() - since, again, ...keep(place, { respuestas, body: answer.body }) }
    }
    if (answer && !LATER.has(answer.status)) throw new Error(`a save was answered ${answer.status}: ${JSON.stringify(answer.body)}`)
    await pause(AGAIN_MS * (0.5 + Math.random()))
  }
}

function isGenuine({ contenido, acuse }, llaves) {
  try {
    demandGenuine(contenido, { acuse, llaves })
    return true
  } catch {
    return false
  }
}

function waits(saved, warm) {
  const times = saved
    .filter(({ at, again }) => at >= warm && again === 0)
    .map(({ ms }) => ms)
    .sort((a, b) => a - b)
  const again = saved.filter((each) => each.again > 0).length
  return { saves: saved.length, again, p50: percentile(times, 0.5), p99: percentile(times, 0.99) }
}

async function compare(url, places) {
  const api = `${url}/api/v1`
  const lost = []
  for (const { id, token, seccion, version, last } of places) {
    const captura = await call(api, token, ['GET', `/candidaturas/${id}/captura`])
    const kept = captura.secciones.find(({ cuestionario, clave }) => cuestionario === 'curricular' && clave === seccion)
    const isWhole = kept.version === version && Object.entries(last ?? {}).every(([campo, texto]) => kept.respuestas[campo] === texto)
    if (!isWhole) lost.push(`${id}/${seccion}`)
  }
  const { integra } = await call(api, await enter(api, AUDITORIA), ['GET', '/bitacora/verificacion'])
  return { lost, integra }
}
