import { sync, type VEvent } from 'node-ical'

export type EventoLeido = VEvent

/** The events of a calendar by their UID, as another program reads them. */
export function eventosOf(text: string): Record<string, VEvent> {
  const parsed = Object.values(sync.parseICS(text))
  const events = parsed.filter((each): each is VEvent => each?.type === 'VEVENT')
  return Object.fromEntries(events.map((event) => [event.uid, event]))
}

/** Asserts the form of RFC 5545 §3.1, which every file must have. */
export function expectWellFormed(text: string): void {
  expect(text).toMatch(/^BEGIN:VCALENDAR\r\n/)
  expect(text).toMatch(/\r\nEND:VCALENDAR\r\n$/)
  expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/)
  expect(Math.max(...text.split('\r\n').map((line) => Buffer.byteLength(line)))).toBeLessThanOrEqual(75)
  expect(Buffer.from(text).toString('utf8')).toBe(text)
}
