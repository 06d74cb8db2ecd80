import { call, enter, SECRETARIA, TRANSPARENCIA } from './accounts.mjs'

const EVERY_MS = 10
const GIVE_UP_MS = 60_000
const AUTORIZADO = '"publicacion_autorizada"'

/**
 * Wall time from the answer of the act to the moment in which no public path shows what it took away: the page's data, the pages of those
 * beside her, the list, and each version of a past corte by its hash. In ms, one for each of `turns` personas.
 */
export async function measureRetiros(url, turns) {
  const api = `${url}/api/v1`
  const personas = await withBadge(api, 2 * turns)
  return { revocar: await revokeEach(api, personas.slice(0, turns)), bloquear: await blockEach(api, personas.slice(turns)) }
}

/** The same of revocations alone: where many share a name, others go on bearing that of a blocked persona. */
export async function measureRevocaciones(url, turns) {
  const api = `${url}/api/v1`
  return revokeEach(api, await withBadge(api, turns))
}

async function revokeEach(api, personas) {
  const transparencia = await enter(api, TRANSPARENCIA)
  const times = []
  for (const persona of personas) {
    const shows = await watch(api, persona, (text) => text.includes(AUTORIZADO))
    await revoke(api, transparencia, persona)
    times.push(await untilClean(shows))
  }
  return times
}

async function blockEach(api, personas) {
  const [transparencia, secretaria] = [await enter(api, TRANSPARENCIA), await enter(api, SECRETARIA)]
  const times = []
  for (const persona of personas) {
    const shows = await watch(api, persona, (text) => text.includes(persona.nombre))
    await block(api, { transparencia, secretaria }, persona)
    times.push(await untilClean(shows))
  }
  return times
}

/** Personas who authorised a badge that is public now. */
async function withBadge(api, wanted) {
  const found = []
  for (let despues = ''; found.length < wanted && despues !== null;) {
    const path = `/publico/candidaturas?conPropuestas=true&limite=50${despues && `&despues=${encodeURIComponent(despues)}`}`
    const { elementos, siguiente } = await call(api, null, ['GET', path])
    for (const { id } of elementos) {
      const page = await call(api, null, ['GET', `/publico/candidaturas/${id}`])
      if (JSON.stringify(page.distintivos).includes(AUTORIZADO)) found.push(page)
    }
    despues = siguiente
  }
  if (found.length < wanted) throw new Error(`only ${found.length} personas show a badge that they authorised`)
  return found.slice(0, wanted)
}

/** The addresses that show it before the act: all of them have to stop. */
async function watch(api, { id, nombre, formula, planilla }, isShown) {
  const { elementos } = await call(api, null, ['GET', '/publico/cortes'])
  const hashes = new Set()
  for (const { numero } of elementos) {
    const { recursos } = await call(api, null, ['GET', `/publico/cortes/${numero}`])
    for (const { ruta, sha256 } of recursos) if (ruta === `candidaturas/${id}`) hashes.add(`recursos/${sha256}`)
  }
  const beside = [...formula, ...planilla].map((each) => `candidaturas/${each.id}`)
  const paths = [`candidaturas/${id}`, `candidaturas?q=${encodeURIComponent(nombre)}`, ...beside, ...hashes]
  const shows = async (path) => {
    const answer = await fetch(`${api}/publico/${path}`)
    return answer.ok && isShown(await answer.text())
  }
  const shown = []
  for (const path of new Set(paths)) if (await shows(path)) shown.push(() => shows(path))
  if (shown.length < 2) throw new Error('nothing to be withdrawn is shown, now and in the past')
  return shown
}

async function untilClean(shows) {
  const since = performance.now()
  for (const still of shows) {
    while (await still()) {
      if (performance.now() - since > GIVE_UP_MS) throw new Error('a public path still shows what was withdrawn')
      await new Promise((done) => setTimeout(done, EVERY_MS))
    }
  }
  return performance.now() - since
}

/** By the Unidad de Transparencia, on a request in writing. */
async function revoke(api, token, { id }) {
  const path = `/candidaturas/${id}/consentimiento`
  const { actual } = await call(api, token, ['GET', path])
  const form = new FormData()
  const fields = { consentimientoId: actual.id, tratamiento: 'false', publicacion: 'true', estadistica: 'false', motivo: 'Medición' }
  for (const [name, value] of Object.entries({ ...fields, recibidaEl: '2024-04-19' })) form.append(name, value)
  form.append('solicitud', new Blob(['%PDF-1.7\nmedición\n%%EOF'], { type: 'application/pdf' }), 'solicitud.pdf')
  await call(api, token, ['POST', `${path}/revocaciones`], { form })
}

/** Proposed by one, confirmed by another: the second act is the one that counts. */
async function block(api, { transparencia, secretaria }, { id }) {
  const json = { candidaturaId: id, alcance: 'persona', clave: null, base: 'riesgo', autoridad: null, orden: null }
  const proposed = { ...json, motivo: 'Medición', documentoId: null, hasta: null }
  const { bloqueo } = await call(api, transparencia, ['POST', '/bloqueos'], { json: proposed })
  const decided = { version: bloqueo.version, acto: 'confirmar', motivo: null }
  await call(api, secretaria, ['POST', `/bloqueos/${bloqueo.id}/decidir`], { json: decided })
}
