import { Temporal } from 'temporal-polyfill'
import type { EstatusSeccion } from '../registro/estatus.ts'

/** How a section stood when its term ended. `sin_constancia`: it was saved, and nothing says whether it was complete then. */
export const ESTATUS_AL_TERMINO = ['vacia', 'en_captura', 'completa', 'exenta', 'sin_constancia'] as const
export type EstatusAlTermino = (typeof ESTATUS_AL_TERMINO)[number]

/** `por_revisar`: the record does not tell whether anything was missing. */
export const CLASES_OMISION = ['sin_captura', 'incompleta', 'por_revisar'] as const
export type ClaseOmision = (typeof CLASES_OMISION)[number]

/** A save of a section, as the bitácora keeps it. Instants are ISO texts in UTC. */
export interface GuardadoSeccion {
  en: string
  version: number
  /** Null in acts of before it was written down. */
  estatus: EstatusSeccion | null
  folio: string | null
}

/** A section as its row stands now; null: nobody ever saved it. */
export interface SeccionActual {
  estatus: EstatusSeccion
  version: number
  guardadaEn: string | null
}

export interface SeccionAlTermino {
  estatus: EstatusAlTermino
  /** The last save in time, which the state follows from. */
  guardadaEn: string | null
  folio: string | null
  /** When it was first complete after the term, or else last saved after it; null: nothing came late. */
  extemporaneaEn: string | null
}

/** First instant after a term: 00:00 of the day after its last one, so that 23:59:59.999 is in time. */
export function finDelTermino(ultimoDia: string, zona: string): Temporal.Instant {
  return Temporal.PlainDate.from(ultimoDia).add({ days: 1 }).toZonedDateTime({ timeZone: zona }).toInstant()
}

/**
 * How a section stood at the end of a term, from its saves, oldest first, and its row as it stands now. A section that a simulacro or an import
 * brought has no saves: its row tells it, as long as it was not touched since.
 */
export function seccionAlTermino(
  { guardados, actual }: { guardados: readonly GuardadoSeccion[]; actual: SeccionActual | null },
  fin: Temporal.Instant,
): SeccionAlTermino {
  const inTime = guardados.filter(({ en }) => isBefore(en, fin))
  const late = guardados.filter(({ en }) => !isBefore(en, fin))
  const last = inTime.at(-1)
  const own = ofRow({ actual, late }, fin)
  return {
    estatus: last ? ofSave(last, { actual, late }) : own.estatus,
    guardadaEn: last?.en ?? own.guardadaEn,
    folio: last?.folio ?? null,
    extemporaneaEn: completedIn(late)?.en ?? own.extemporaneaEn,
  }
}

function completedIn(late: readonly GuardadoSeccion[]): GuardadoSeccion | undefined {
  return late.find(({ estatus }) => estatus === 'completa') ?? late.at(-1)
}

/** Another version of the cuestionario may have taken the section over since its last save: then its row, and no act, says how it was. */
function ofSave(
  { estatus, version }: GuardadoSeccion,
  { actual, late: [first] }: { actual: SeccionActual | null; late: readonly GuardadoSeccion[] },
): EstatusAlTermino {
  if (first) return first.version - 1 === version ? said(estatus) : 'sin_constancia'
  return actual && actual.version >= version ? asSaved(actual.estatus) : said(estatus)
}

function said(estatus: EstatusSeccion | null): EstatusAlTermino {
  return estatus === null ? 'sin_constancia' : asSaved(estatus)
}

const NOTHING = { estatus: 'vacia', guardadaEn: null, extemporaneaEn: null } as const

/** Section whose row no act explains: the load that brought it had saved it. */
function ofRow(
  { actual, late }: { actual: SeccionActual | null; late: readonly GuardadoSeccion[] },
  fin: Temporal.Instant,
): Omit<SeccionAlTermino, 'folio'> {
  const [first] = late
  if (first) return first.version > 1 ? { ...NOTHING, estatus: 'sin_constancia' } : NOTHING
  if (!actual?.guardadaEn) return NOTHING
  if (isBefore(actual.guardadaEn, fin)) return { ...NOTHING, estatus: asSaved(actual.estatus), guardadaEn: actual.guardadaEn }
  return { ...NOTHING, estatus: actual.version > 1 ? 'sin_constancia' : 'vacia', extemporaneaEn: actual.guardadaEn }
}

/** A section validated, verified or observed since was complete when it was saved. */
function asSaved(estatus: EstatusSeccion): EstatusAlTermino {
  return estatus === 'vacia' || estatus === 'en_captura' ? estatus : 'completa'
}

function isBefore(instant: string, fin: Temporal.Instant): boolean {
  return Temporal.Instant.compare(Temporal.Instant.from(instant), fin) < 0
}

/** Whether the persona had refused the treatment of identity data when a term ended: then nothing of that cuestionario is omitted. */
export function exentaAlTermino(decisiones: readonly { en: string; tratamiento: boolean }[], fin: Temporal.Instant): boolean {
  const before = decisiones.filter(({ en }) => isBefore(en, fin)).sort((a, b) => Date.parse(a.en) - Date.parse(b.en))
  return before.at(-1)?.tratamiento === false
}

/** Kind of omission; null: nothing was omitted, for all that is asked was there. */
export function claseOmision(estatus: readonly EstatusAlTermino[]): ClaseOmision | null {
  const asked = estatus.filter((each) => each !== 'exenta')
  if (asked.some((each) => each === 'vacia' || each === 'en_captura')) {
    return asked.every((each) => each === 'vacia') ? 'sin_captura' : 'incompleta'
  }
  return asked.includes('sin_constancia') ? 'por_revisar' : null
}

/** Whether a save is late: after the term, on a section that the institute had not opened again. */
export function esExtemporanea({ capturaVence, zona, ahora, reabierta }: GuardadoState): boolean {
  if (capturaVence === null || reabierta) return false
  return Temporal.Instant.compare(ahora, finDelTermino(capturaVence, zona)) >= 0
}

export interface GuardadoState {
  /** Last day of the term; null while it does not run. */
  capturaVence: string | null
  zona: string
  ahora: Temporal.Instant
  /** Observed, or open to a correction. */
  reabierta: boolean
}
