import { Temporal } from 'temporal-polyfill'
import type { RecordatoriosPack } from './reglas.ts'

type Silencio = RecordatoriosPack['silencio']

/** Whether nothing is sent at this instant. */
export function enSilencio(ahora: Temporal.Instant, { silencio, zona }: { silencio: Silencio; zona: string }): boolean {
  return finDelSilencio(ahora.toZonedDateTimeISO(zona), silencio) !== null
}

/** The instant of a local day and hour; what falls into the quiet hours waits for their end. */
export function momentoDe(
  dia: Temporal.PlainDate,
  hora: string,
  { silencio, zona }: { silencio: Silencio; zona: string },
): Temporal.Instant {
  const wanted = dia.toZonedDateTime({ timeZone: zona, plainTime: hora })
  return (finDelSilencio(wanted, silencio) ?? wanted).toInstant()
}

/** When the quiet hours that hold a moment end; null outside them. An hour that a change of clock skips ends them where the clock goes on. */
function finDelSilencio(moment: Temporal.ZonedDateTime, { desde, hasta }: Silencio): Temporal.ZonedDateTime | null {
  const dia = moment.toPlainDate()
  const spans = [dia.subtract({ days: 1 }), dia].map((first) => ({
    from: first.toZonedDateTime({ timeZone: moment.timeZoneId, plainTime: desde }),
    until: (hasta < desde ? first.add({ days: 1 }) : first).toZonedDateTime({ timeZone: moment.timeZoneId, plainTime: hasta }),
  }))
  const held = spans.find(
    ({ from, until }) => Temporal.ZonedDateTime.compare(from, moment) <= 0 && Temporal.ZonedDateTime.compare(moment, until) < 0,
  )
  return held?.until ?? null
}
