import type { patronesDe } from '@conoceles/cuestionarios'
import { AppError, type FieldError } from '../../../shared/http/errors.ts'
import { startHijo } from '../../../shared/archivos/hijo.ts'

type Patron = ReturnType<typeof patronesDe>[number]

export interface Veredicto {
  patron: string
  /** Null: it could not be told. */
  seguro: boolean | null
}

/** For all patterns of a draft that nobody judged before. */
const TERM_MS = 10_000
const REMEMBERED = 1_000

export interface Patrones {
  /** Refuses a draft whose patterns may take more than linear time, or cannot be judged in time. */
  assertRapidos(patrones: readonly Patron[]): Promise<void>
}

/**
 * Judges patterns with recheck, which takes seconds of a processor: in a process of its own, one draft at a time.
 * `workerPath`: built file of patrones.worker.ts.
 */
export function createPatrones(workerPath: string, termMs = TERM_MS): Patrones {
  const safe = new Set<string>()
  let last: Promise<unknown> = Promise.resolve()
  return {
    assertRapidos: async (patrones) => {
      const unknown = [...new Set(patrones.map(({ patron }) => patron))].filter((patron) => !safe.has(patron))
      if (unknown.length === 0) return
      const turn = last.then(() => verdictsOf(unknown, { workerPath, termMs }))
      last = turn
      const verdicts = await turn
      if (safe.size > REMEMBERED) safe.clear()
      for (const [patron, seguro] of verdicts) if (seguro) safe.add(patron)
      const errors = patrones.flatMap(({ campo, patron }) => {
        const seguro = safe.has(patron) || verdicts.get(patron)
        return seguro === true ? [] : [{ field: campo, reasons: [seguro === false ? SLOW : UNTOLD] }]
      })
      if (errors.length > 0) throw new AppError('borrador.formato_lento', { errors, detail: errors.map(toSentence).join(' ') })
    },
  }
}

function toSentence({ field, reasons }: FieldError): string {
  return `«${field}»: ${reasons.join(' ')}`
}

const SLOW =
  'Con ciertas respuestas, revisar este formato tardaría minutos y detendría el sistema. Escriba uno sin repeticiones dentro de otras, como «[0-9]{10}».'
const UNTOLD = 'No se pudo comprobar a tiempo que este formato se revise rápido. Escriba uno más sencillo e intente de nuevo.'

/** Those that were judged within the term. */
function verdictsOf(
  patrones: string[],
  { workerPath, termMs }: { workerPath: string; termMs: number },
): Promise<Map<string, boolean | null>> {
  const verdicts = new Map<string, boolean | null>()
  const { child } = startHijo(workerPath)
  let overrun: NodeJS.Timeout | undefined
  return new Promise<void>((done) => {
    overrun = setTimeout(done, termMs)
    child.on('message', ({ patron, seguro }: Veredicto) => verdicts.set(patron, seguro))
    child.once('error', () => done())
    child.once('close', () => done())
    child.send(patrones, (error) => error && done())
  }).then(() => {
    clearTimeout(overrun)
    child.kill('SIGKILL')
    return verdicts
  })
}
