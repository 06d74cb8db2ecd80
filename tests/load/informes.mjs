import { enter, call, SECRETARIA } from './accounts.mjs'
import { addCandidaturas } from './importacion.mjs'
import { peakOf, resetPeak } from './taken.mjs'
import { startSimulacro } from './processes.mjs'

const FORMATOS = ['pdf', 'docx', 'xlsx']

/**
 * Measures informes of the simulacro, and one of many candidaturas more: `[{ informe, corte, denominador, pdf, docx, xlsx, pico }]`. Seconds from
 * asking until the figures are frozen and until each document is here; `denominador`: candidaturas counted; `pico`: peak memory of the server in MiB.
 */
export async function measureInformes(more) {
  const { url, stop, restart } = await startSimulacro()
  try {
    const rows = [await measureInforme(url, await restart(), '11.13'), await measureInforme(url, await restart(), 'informe-final')]
    await addCandidaturas(url, more)
    return [...rows, await measureInforme(url, await restart(), '11.15')]
  } finally {
    await stop()
  }
}

async function measureInforme(url, pid, informe) {
  const api = `${url}/api/v1`
  const token = await enter(api, SECRETARIA)
  resetPeak(pid)
  const began = performance.now()
  const { informe: cut } = await call(api, token, ['POST', `/informes/${informe}/cortes`], { json: {} })
  const row = { informe, corte: (performance.now() - began) / 1000, denominador: cut.tablas[0].denominador }
  for (const formato of FORMATOS) row[formato] = await secondsToGet(`${api}/informes/${informe}/vista-previa?formato=${formato}`, token)
  return { ...row, pico: peakOf(pid) }
}

async function secondsToGet(address, token) {
  const began = performance.now()
  const answer = await fetch(address, { headers: { authorization: `Bearer ${token}` } })
  if (!answer.ok) throw new Error(`${address}: ${answer.status} ${await answer.text()}`)
  await answer.arrayBuffer()
  return (performance.now() - began) / 1000
}
