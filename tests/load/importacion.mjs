import { utils, write } from '@e965/xlsx'
import { ADMINISTRACION, call, enter, SECRETARIA, settled } from './accounts.mjs'
import { peakOf, resetPeak } from './taken.mjs'
import { startSimulacro } from './processes.mjs'

/** A day before anything is public: measured is the import, without the work of the publisher. */
const BEFORE_PUBLICACION = '2024-03-30T10:00:00-06:00'

/** Lists of several sizes in one simulacro, each in a process of its own: memory that one leaves is not counted for the next. */
export async function measureImports(lists) {
  const { url, stop, restart } = await startSimulacro()
  const results = []
  try {
    await moveClock(`${url}/api/v1`)
    await settled(PUBLISHER_MS)
    for (const list of lists) results.push(await measureImport({ url, pid: await restart() }, list))
    return results
  } finally {
    await stop()
  }
}

/** Time that the publisher gets after the clock moved; if it ends later, it is only measured with the rest. */
const PUBLISHER_MS = 15_000

/**
 * Imports a list into a running simulacro, proposed, confirmed and undone again: seconds from handing in to the last candidatura, and the most
 * memory that the process had meanwhile.
 */
async function measureImport({ url, pid }, { filas, formato }) {
  const api = `${url}/api/v1`
  const token = await enter(api, SECRETARIA)
  const { actoresPoliticos, municipios } = await call(api, token, ['GET', '/proceso'])
  const places = { actoresPoliticos, municipios: await withRegidurias(api, token, municipios) }
  const content = encode(createRows(places, filas), formato)
  await settled()
  resetPeak(pid)
  const base = peakOf(pid)
  const times = await importOnce(api, token, { content, formato })
  return { filas, formato, bytes: content.length, base, ...times, pico: peakOf(pid) }
}

async function importOnce(api, token, list) {
  const began = performance.now()
  const propuesta = await propose(api, token, list)
  const { id } = propuesta
  const proposed = performance.now()
  await confirm(api, token, id)
  const confirmed = performance.now()
  await call(api, token, ['POST', `/importaciones/${id}/deshacer`], { json: {} })
  await until(api, token, { id, estatus: 'deshecha' })
  const seconds = (from, to) => (to - from) / 1000
  return {
    creadas: propuesta.resumen.crear,
    revision: seconds(began, proposed),
    escritura: seconds(proposed, confirmed),
    total: seconds(began, confirmed),
    deshecha: seconds(confirmed, performance.now()),
  }
}

async function propose(api, token, { content, formato }) {
  const form = new FormData()
  form.append('archivo', new Blob([content]), `lista.${formato}`)
  const { id } = await call(api, token, ['POST', '/importaciones'], { form })
  const propuesta = await until(api, token, { id, estatus: 'propuesta' })
  await assertAccepted(api, token, propuesta)
  return propuesta
}

async function confirm(api, token, id) {
  await call(api, token, ['POST', `/importaciones/${id}/confirmar`], { json: {} })
  await until(api, token, { id, estatus: 'confirmada' })
}

/** Adds so many candidaturas to a running simulacro, for another measurement. */
export async function addCandidaturas(url, filas) {
  const api = `${url}/api/v1`
  await moveClock(api)
  await settled(PUBLISHER_MS)
  const token = await enter(api, SECRETARIA)
  const { actoresPoliticos, municipios } = await call(api, token, ['GET', '/proceso'])
  const places = { actoresPoliticos, municipios: await withRegidurias(api, token, municipios) }
  const { id } = await propose(api, token, { content: encode(createRows(places, filas), 'csv'), formato: 'csv' })
  await confirm(api, token, id)
}

async function assertAccepted(api, token, { id, resumen }) {
  if (resumen.rechazar === 0) return
  const { elementos } = await call(api, token, ['GET', `/importaciones/${id}/filas?veredicto=rechazar&limite=3`])
  throw new Error(`${resumen.rechazar} rows were refused: ${JSON.stringify(elementos)}`)
}

/** Some municipios elect by their own customs: parties have no list there. */
async function withRegidurias(api, token, municipios) {
  const found = []
  for (const { clave } of municipios) {
    const { total } = await call(api, token, ['GET', `/candidaturas?cargo=regiduria&municipio=${clave}&limite=1`])
    if (total > 0) found.push(clave)
  }
  return found
}

/** Regidurías far down the lists, where nobody of the simulacro stands; parties take turns, and so do municipios. */
function createRows({ municipios, actoresPoliticos }, filas) {
  const partidos = actoresPoliticos.filter(({ tipo }) => tipo === 'partido')
  return Array.from({ length: filas }, (_, n) => {
    const half = Math.floor(n / 2)
    const municipio = municipios[half % municipios.length]
    const partido = partidos[Math.floor(half / municipios.length) % partidos.length]
    const numero = 50 + Math.floor(half / municipios.length / partidos.length)
    const names = [`Nombre${'abcdefghij'[n % 10]}`, `Apellido${letters(n)}`, `Segundo${letters(n * 7)}`]
    const place = [`carga-${n}`, 'regiduria', municipio, partido.clave, '', String(numero), n % 2 ? 'suplente' : 'propietaria']
    const persona = [...names, '', n % 3 ? 'mujer' : 'hombre', `19${50 + (n % 50)}-0${1 + (n % 9)}-1${n % 10}`]
    return [...place, ...persona, '', 'no', `CARGA/${1 + (n % 40)}`, '2024-03-29']
  })
}

function letters(n) {
  return [...String(n)].map((digit) => 'abcdefghij'[digit]).join('')
}

const COLUMNS =
  'clave,cargo,demarcacion,actor_politico,partido_origen,numero,calidad,nombre,primer_apellido,segundo_apellido,apodo,sexo,fecha_nacimiento,accion_afirmativa,eleccion_consecutiva,acuerdo_numero,acuerdo_fecha'

function encode(rows, formato) {
  if (formato === 'csv') return Buffer.from([COLUMNS, ...rows.map((row) => row.join(','))].join('\n'))
  const sheet = utils.aoa_to_sheet([COLUMNS.split(','), ...rows], { dense: true })
  return write({ SheetNames: ['Lista'], Sheets: { Lista: sheet } }, { type: 'buffer', bookType: 'xlsx', bookSST: true, compression: true })
}

export async function moveClock(api, ahora = BEFORE_PUBLICACION) {
  const token = await enter(api, ADMINISTRACION)
  await call(api, token, ['PUT', '/reloj'], { json: { ahora } })
}

const LIMIT_MS = 600_000

async function until(api, token, { id, estatus }) {
  for (const since = performance.now(); performance.now() - since < LIMIT_MS; await settled(200)) {
    const row = await call(api, token, ['GET', `/importaciones/${id}`]).catch(orBusy)
    if (row?.estatus === estatus) return row
    if (row?.falla) throw new Error(`the import is «${row.estatus}»: ${row.falla}`)
  }
  throw new Error(`the import was not «${estatus}» in ${LIMIT_MS / 1000} s`)
}

/** A machine that is all at work says so; the import goes on. */
function orBusy(error) {
  if (error.message.includes('servicio.ocupado')) return null
  throw error
}
