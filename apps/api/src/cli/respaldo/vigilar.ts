import { setTimeout as pause } from 'node:timers/promises'
import type { Temporal } from 'temporal-polyfill'
import { readRows } from '../../database/rows.ts'
import { startupSentence } from '../../startup-sentence.ts'
import { listar } from './carpeta.ts'
import { ensayar } from './ensayar.ts'
import { hacer, type Trabajo } from './hacer.ts'
import { RespaldoError } from './respaldo-error.ts'
import { ensayadoSentence, hechoSentence } from './sentences.ts'

const TICK_MS = 60_000
const AGAIN_MS = 15 * 60_000
/** A week, less the time that a backup takes to come. */
const ENSAYO_HOURS = 7 * 24 - 6

interface Vigilia {
  carpeta: string
  hora: Temporal.PlainTime
  /** Opens the database for one turn. */
  conBase: (work: (trabajo: Trabajo) => Promise<void>) => Promise<void>
  /** Time in the zone of the proceso. */
  ahora: () => Temporal.ZonedDateTime
  tell: (sentence: string) => void
}

/** Makes a backup each day at its hour, and rehearses one each week; a day that was missed is made up for at once. It never ends. */
export async function vigilar({ carpeta, hora, conBase, ahora, tell }: Vigilia): Promise<never> {
  for (;;) {
    let wait = TICK_MS
    try {
      const [last] = (await listar(carpeta)).filter(({ manifiesto }) => manifiesto !== null)
      if (toca(last?.manifiesto?.hechoEn ?? null, hora, ahora())) await conBase((trabajo) => turn(trabajo, tell))
    } catch (error) {
      tell(`No se hizo. ${sentenceOf(error)}`)
      wait = AGAIN_MS
    }
    await pause(wait)
  }
}

/** Whether the hour has come since the last backup. */
export function toca(ultimo: string | null, hora: Temporal.PlainTime, ahora: Temporal.ZonedDateTime): boolean {
  if (ultimo === null) return true
  const today = ahora.withPlainTime(hora)
  const due = today.epochMilliseconds <= ahora.epochMilliseconds ? today : today.subtract({ days: 1 })
  return Date.parse(ultimo) < due.epochMilliseconds
}

async function turn(trabajo: Trabajo, tell: Vigilia['tell']): Promise<void> {
  tell(hechoSentence(await hacer(trabajo)))
  if (trabajo.ajustes.identidad === null || !(await tocaEnsayar(trabajo))) return
  try {
    tell(ensayadoSentence(await ensayar(trabajo)))
  } catch (error) {
    // The backup stands; the next rehearsal comes with the next one, and an alarm before it grows old.
    tell(`No se ensayó. ${sentenceOf(error)}`)
  }
}

async function tocaEnsayar({ owner }: Trabajo): Promise<boolean> {
  const recent = await readRows(
    owner,
    `select 1 from bitacora.acto where acto = 'respaldo.ensayado'
     and (contenido::jsonb ->> 'sistema')::timestamptz > clock_timestamp() - make_interval(hours => $1) limit 1`,
    [ENSAYO_HOURS],
  )
  return recent.length === 0
}

export function sentenceOf(error: unknown): string {
  return error instanceof RespaldoError ? error.message : startupSentence(error)
}
