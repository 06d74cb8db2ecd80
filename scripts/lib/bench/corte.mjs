import { measureCorte } from '../../../tests/load/corte.mjs'
import { judge } from './report.mjs'

const MANY = 100_000
const TURNS = 3
const LIMPIO_MS = 5_000

/** A corte of many more than a state has, and one change among them. */
export async function benchCorte() {
  console.log(`\nMaking ${MANY.toLocaleString('en')} candidaturas more public on one day, then changing one: about twenty minutes.`)
  const { total, seconds, peak, revocar } = await measureCorte(MANY, TURNS)
  console.log(`The corte of ${total.toLocaleString('en')}: ${seconds.toFixed(0)} s, ${peak} MiB at most in the process that makes it.`)
  judge('ms to be clean after «revocar», the worst', Math.max(...revocar), (value) => value <= LIMPIO_MS, `≤ ${LIMPIO_MS}`)
}
