// Child process of patrones.ts: a verdict for each pattern, told as soon as there is one. Built as a file of its own.
import recheck from 'recheck/lib/browser.js'
import type { Veredicto } from './patrones.ts'

const EACH_MS = 5_000

process.once('message', (patrones: string[]) => void judge(patrones).then(() => process.disconnect()))

async function judge(patrones: string[]): Promise<void> {
  for (const patron of patrones) {
    const { status } = recheck.checkSync(patron, 'u', { timeout: EACH_MS })
    const veredicto: Veredicto = { patron, seguro: status === 'unknown' ? null : status === 'safe' }
    await new Promise((done) => process.send?.(veredicto, done))
  }
}
