import { call, settled } from './accounts.mjs'
import { onLine, timed, withBrowser } from './linea.mjs'

const DESK = { viewport: { width: 1280, height: 800 } }
const PAGE = 50
const TURNS = 3
/** Turns that are not counted: code is compiled by them, and the publisher reads the public world. */
const WARMING_TURNS = 4
const EVERY_MS = 25
const GIVE_UP_MS = 60_000

/** A first sign-in with nothing kept before, in milliseconds until the form can be used and until her first page is read, and the bytes of both. */
export function measureEntrada(url) {
  return withBrowser((browser) =>
    onLine(browser, DESK, async (page, bytes) => {
      const button = page.getByRole('button', { name: 'Captura PAN' }).first()
      const form = await timed(
        () => page.goto(`${url}/consola/entrar`),
        () => button,
      )
      const formBytes = bytes()
      const entered = await timed(
        () => button.click(),
        () => page.getByRole('heading', { level: 1, name: 'Lo que toca hoy' }),
      )
      return { form, formBytes, entered, bytes: bytes() }
    }),
  )
}

/** The list of the whole state and its counts under each value of each filter: `{ asked, slowest, ms }`, medians of some turns. */
export async function measureFiltros(url) {
  const api = `${url}/api/v1`
  const token = await enterAs(api, 'secretaria')
  const { cargos, actores, estatusCaptura, plazos, calidades, estatus } = await call(api, token, ['GET', '/candidaturas/conteos'])
  const { municipios, distritos } = await call(api, token, ['GET', '/proceso'])
  const of = (name, values) => values.map(({ clave }) => `${name}=${encodeURIComponent(clave)}`)
  const asked = [
    '',
    ...['q=mar', 'q=garc', 'orden=vence', 'orden=validada', 'sexo=mujer', 'sexo=hombre'],
    ...of('cargo', cargos),
    ...of('actor', actores),
    ...of('estatusCaptura', estatusCaptura),
    ...of('plazo', plazos),
    ...of('calidad', calidades),
    ...of('estatus', estatus),
    ...of('municipio', municipios),
    ...of('distrito', distritos),
  ]
  const rows = []
  for (const query of asked) rows.push({ query, ms: await medianOf(() => askList(api, { token, query })) })
  const slowest = rows.reduce((worst, row) => (row.ms > worst.ms ? row : worst))
  return { asked: rows.length, slowest: slowest.query, ms: slowest.ms }
}

/** As the page asks: its rows and the counts of its filters at once. */
async function askList(api, { token, query }) {
  const since = performance.now()
  await Promise.all([
    call(api, token, ['GET', `/candidaturas?limite=${PAGE}&${query}`]),
    call(api, token, ['GET', `/candidaturas/conteos?${query.startsWith('orden') ? '' : query}`]),
  ])
  return performance.now() - since
}

async function medianOf(work) {
  const times = []
  for (let turn = 0; turn < TURNS; turn += 1) times.push(await work())
  return times.toSorted((a, b) => a - b)[Math.floor(TURNS / 2)]
}

/**
 * All capturas that an actor político with an account may validate, validated at once, taken back, and validated again. The turns before the last
 * warm up. Answers `{ validadas, seconds }` of the last one.
 */
export async function measureValidar(url) {
  const api = `${url}/api/v1`
  const { actores } = await call(api, await enterAs(api, 'secretaria'), ['GET', '/candidaturas/conteos?estatusCaptura=completa'])
  const { elementos: cuentas } = await call(api, null, ['GET', '/acceso/demostracion'])
  const hasCuenta = ({ clave }) => cuentas.some(({ correo }) => correo.startsWith(`validacion.${clave.toLowerCase()}@`))
  const [{ clave }] = actores.filter(hasCuenta).toSorted((a, b) => b.cuantas - a.cuantas)
  const token = await enterAs(api, `validacion.${clave.toLowerCase()}`)
  let hechas = { validadas: 0, seconds: 0 }
  for (let turn = 0; turn <= WARMING_TURNS; turn += 1) {
    await takeBack(api, token)
    hechas = await validarTodas(api, token)
  }
  return hechas
}

async function takeBack(api, token) {
  for (const id of await idsOf(api, token, 'validada')) {
    const { version } = await call(api, token, ['GET', `/candidaturas/${id}`])
    await call(api, token, ['POST', `/candidaturas/${id}/recuperar`], { json: { version } })
  }
}

async function validarTodas(api, token) {
  const candidaturas = await idsOf(api, token, 'completa')
  const { elementos } = await call(api, token, ['POST', '/validaciones/vista-previa'], { json: { candidaturas } })
  const leidas = elementos.filter(({ razones }) => razones.length === 0).map(({ id, version }) => ({ id, version }))
  const since = performance.now()
  const hechas = await call(api, token, ['POST', '/validaciones'], { json: { candidaturas: leidas } })
  const seconds = (performance.now() - since) / 1_000
  return { validadas: hechas.elementos.filter(({ acuse }) => acuse !== null).length, seconds }
}

/** From the answer of «verificar» until her public page says so, one persona after another: milliseconds of each once the publisher is warm. */
export async function measureVisible(url, turns) {
  const api = `${url}/api/v1`
  const token = await enterAs(api, 'verificacion1')
  const times = []
  for (const id of await idsOf(api, token, 'validada')) {
    if (times.length === WARMING_TURNS + turns) break
    const { version } = await call(api, token, ['GET', `/candidaturas/${id}`])
    const before = await publicText(api, id)
    const done = await call(api, token, ['POST', `/candidaturas/${id}/verificar`], { json: { version } }).catch(() => null)
    if (done !== null) times.push(await untilChanged(api, { id, before }))
  }
  return times.slice(WARMING_TURNS)
}

async function untilChanged(api, { id, before }) {
  const since = performance.now()
  while ((await publicText(api, id)) === before) {
    if (performance.now() - since > GIVE_UP_MS) throw new Error('a verified captura is not public')
    await settled(EVERY_MS)
  }
  return performance.now() - since
}

const publicText = async (api, id) => JSON.stringify(await call(api, null, ['GET', `/publico/candidaturas/${id}`]))

/** Candidaturas of an estatus that an account reaches, a page of those that one may choose at once. */
async function idsOf(api, token, estatusCaptura) {
  const ids = []
  for (let despues = ''; despues !== null && ids.length < 500;) {
    const path = `/candidaturas?estatusCaptura=${estatusCaptura}&estatus=aprobada&limite=100${despues && `&despues=${encodeURIComponent(despues)}`}`
    const { elementos, siguiente } = await call(api, token, ['GET', path])
    ids.push(...elementos.map(({ id }) => id))
    despues = siguiente
  }
  return ids.slice(0, 500)
}

/** Access token of a demonstration account by the first part of its correo, as the sign-in page of a simulacro gives it. */
async function enterAs(api, user) {
  const { elementos } = await call(api, null, ['GET', '/acceso/demostracion'])
  const account = elementos.find(({ correo }) => correo.startsWith(`${user}@`))
  if (!account) throw new Error(`no demonstration account ${user}`)
  return (await call(api, null, ['POST', `/acceso/demostracion/${account.id}`])).accessToken
}
