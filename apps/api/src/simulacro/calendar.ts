import { Temporal } from 'temporal-polyfill'
import type { TipoEleccionPack } from '@conoceles/domain'
import type { Random } from './random.ts'

/** Instants between the delivery of the accounts and now, in hours in which people work; each later than the one before. */
export interface Calendar {
  /** ISO instants in order; null when no whole day has passed since. */
  draw(total: number, random: Random): string[] | null
}

export function createCalendar(tipo: TipoEleccionPack, { ahora, zona }: { ahora: string; zona: string }): Calendar {
  const dayAfter = Temporal.PlainDate.from(tipo.entregaCuentas).add({ days: 1 })
  const start = dayAfter.toZonedDateTime({ timeZone: zona, plainTime: '00:00' }).epochMilliseconds
  const end = Temporal.Instant.from(ahora).epochMilliseconds
  const days = Math.floor((end - start) / DAY)
  return {
    draw: (total, random) => {
      if (days < 1) return null
      const moments = Array.from({ length: total }, () => start + random.int(0, days - 1) * DAY + random.int(OPENING, CLOSING))
      return moments.sort((a, b) => a - b).map((moment) => new Date(moment).toISOString())
    },
  }
}

const HOUR = 3_600_000
const DAY = 24 * HOUR
const OPENING = 8 * HOUR
const CLOSING = 22 * HOUR
