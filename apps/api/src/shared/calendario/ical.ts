import { Temporal } from 'temporal-polyfill'
import ical, { ICalAlarmRelatesTo, ICalAlarmType, ICalCalendarMethod, ICalEventStatus, ICalEventTransparency } from 'ical-generator'
import type { Emitido } from './emision.ts'

export interface Calendario {
  nombre: string
  /** Siglas of the publisher. */
  emisor: string
  emitidos: readonly Emitido[]
}

const HOUR = 3_600

/**
 * A calendar to subscribe to (RFC 5545): days without an hour, which no time zone moves. Each keeps its UID for good and has a sequence
 * that grows. Bytes depend on the emitted events alone.
 */
export function writeIcal({ nombre, emisor, emitidos }: Calendario): Buffer {
  const calendar = ical({
    name: nombre,
    prodId: { company: emisor, product: 'Conoceles', language: 'ES' },
    method: ICalCalendarMethod.PUBLISH,
    ttl: HOUR,
  })
  for (const each of emitidos) addTo(calendar, each)
  // The library leaves out the end of the last line.
  return Buffer.from(`${calendar.toString()}\r\n`)
}

function addTo(calendar: ReturnType<typeof ical>, { contenido, cancelado, secuencia, cambiadoEn }: Emitido): void {
  const { uid, inicio, fin, titulo, texto, enlace, avisos } = contenido
  const event = calendar.createEvent({
    id: uid,
    sequence: secuencia,
    stamp: cambiadoEn,
    lastModified: cambiadoEn,
    start: inicio,
    // The end of a day without hours is the day after.
    end: Temporal.PlainDate.from(fin).add({ days: 1 }).toString(),
    allDay: true,
    summary: oneLine(titulo),
    description: texto,
    url: enlace,
    transparency: ICalEventTransparency.TRANSPARENT,
    status: statusOf({ contenido, cancelado }),
  })
  if (cancelado) return
  for (const dias of avisos.dias) {
    const alarm = { type: ICalAlarmType.display, trigger: secondsBefore(dias, avisos.hora), description: oneLine(titulo) }
    // The library forgets this relation when `createAlarm` gets it.
    event.createAlarm(alarm).relatesTo(ICalAlarmRelatesTo.start)
  }
}

function statusOf({ contenido: { provisional }, cancelado }: Pick<Emitido, 'contenido' | 'cancelado'>): ICalEventStatus {
  if (cancelado) return ICalEventStatus.CANCELLED
  return provisional ? ICalEventStatus.TENTATIVE : ICalEventStatus.CONFIRMED
}

/** From that hour to the first of the day; less than nothing is after it. */
function secondsBefore(days: number, hora: string): number {
  const { hour, minute } = Temporal.PlainTime.from(hora)
  return (days * 24 - hour) * HOUR - minute * 60
}

function oneLine(text: string): string {
  return text.replaceAll(/\s+/g, ' ').trim()
}
