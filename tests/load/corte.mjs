import { addCandidaturas, moveClock } from './importacion.mjs'
import { measureRevocaciones } from './retiros.mjs'
import { startSimulacro } from './processes.mjs'
import { peakOfStarted } from './taken.mjs'

/** After the day on which every cargo is public. */
const EN_CAMPANA = '2024-04-21T10:00:00-06:00'
const GIVE_UP_MS = 1_800_000

/**
 * Measures a corte in which `more` candidaturas besides those of the simulacro become public on one day: seconds until it is there, how many
 * it shows, the most memory in MiB of the process that makes it, and how long one change takes then (see measureRevocaciones).
 */
export async function measureCorte(more, turns) {
  const { url, restart, stop } = await startSimulacro()
  try {
    await addCandidaturas(url, more)
    const pid = await restart()
    const began = performance.now()
    await moveClock(`${url}/api/v1`, EN_CAMPANA)
    const total = await untilPublic(url, more)
    const seconds = (performance.now() - began) / 1000
    return { total, seconds, peak: peakOfStarted(pid), revocar: await measureRevocaciones(url, turns) }
  } finally {
    await stop()
  }
}

async function untilPublic(url, more) {
  for (const since = performance.now(); performance.now() - since < GIVE_UP_MS; await new Promise((done) => setTimeout(done, 1_000))) {
    const { total } = await (await fetch(`${url}/api/v1/publico/candidaturas?limite=1`)).json()
    if (total > more) return total
  }
  throw new Error(`the corte of ${more} was not there in ${GIVE_UP_MS / 1000} s`)
}
