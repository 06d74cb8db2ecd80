import { Temporal } from 'temporal-polyfill'

/** Two times: the legal one, which a simulacro may move, and the system's, for tokens and throttles. */
export interface Clock {
  /** Zone of the legal day: that of the proceso, once it is known. */
  readonly zona: string
  /** Legal time: terms, acts, publication. */
  now(): Temporal.Instant
  /** Legal day in the zone of the proceso. */
  today(): Temporal.PlainDate
  /** Machine time; never moves with the simulacro. */
  system(): Temporal.Instant
  setZona(zona: string): void
  /** Sets how far the legal time is from the system's. */
  setOffset(milliseconds: number): void
}

/** Until the proceso is known its days are those of central Mexico. */
export function createClock(initial = 'America/Mexico_City'): Clock {
  let zona = initial
  let offset = 0
  const now = () => Temporal.Instant.fromEpochMilliseconds(Date.now() + offset)
  return {
    get zona() {
      return zona
    },
    now,
    today: () => now().toZonedDateTimeISO(zona).toPlainDate(),
    system: () => Temporal.Instant.fromEpochMilliseconds(Date.now()),
    setZona: (name) => {
      zona = name
    },
    setOffset: (milliseconds) => {
      offset = milliseconds
    },
  }
}

/** Driver boundary: PostgreSQL's timestamptz travels as a Date. */
export function toDate(instant: Temporal.Instant): Date {
  return new Date(instant.epochMilliseconds)
}

/** The other way. */
export function toInstant(date: Date): Temporal.Instant {
  return Temporal.Instant.fromEpochMilliseconds(date.getTime())
}

/** ISO text with milliseconds in UTC; null stays null. */
export function toIso<T extends Date | null>(date: T): T extends null ? null : string {
  return (date === null ? null : date.toISOString()) as T extends null ? null : string
}
