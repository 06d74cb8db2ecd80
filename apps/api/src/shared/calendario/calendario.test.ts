import { sync, type VEvent } from 'node-ical'
import { emitirCambios, type Emitido, type EventoCalendario } from './emision.ts'
import { writeIcal } from './ical.ts'

const evento = (uid: string, changes: Partial<EventoCalendario> = {}): EventoCalendario => ({
  ...{ uid, inicio: '2024-05-11', fin: '2024-05-11', titulo: 'Remitir', texto: 'Fuente: 11.5', enlace: null },
  ...{ provisional: false, avisos: { dias: [], hora: '09:00' } },
  ...changes,
})
const ANTES = '2024-05-01T16:00:00.000Z'
const AHORA = '2024-05-02T16:00:00.000Z'
const first = emitirCambios([], [evento('a'), evento('b')], ANTES)

describe('the changes that a calendar tells', () => {
  it('are all events the first time, and none while nothing changes', () => {
    expect(first.map(({ uid, secuencia, cancelado, cambiadoEn }) => [uid, secuencia, cancelado, cambiadoEn])).toEqual([
      ['a', 0, false, ANTES],
      ['b', 0, false, ANTES],
    ])
    expect(emitirCambios(first, [evento('b'), evento('a')], AHORA)).toEqual([])
  })

  it.each([
    ['its date', { inicio: '2024-05-12', fin: '2024-05-12' }],
    ['its title', { titulo: 'Otra cosa' }],
    ['how it stands', { texto: 'Cómo va: vencida.' }],
  ])('is told once more, with a greater sequence, when %s changes', (_what, changes) => {
    const changed = emitirCambios(first, [evento('a', changes), evento('b')], AHORA)
    expect(changed).toMatchObject([{ uid: 'a', secuencia: 1, cancelado: false, cambiadoEn: AHORA }])
  })

  it('is cancelled once when it is no more, and comes back under the same name', () => {
    const gone = emitirCambios(first, [evento('a')], AHORA)
    expect(gone).toMatchObject([{ uid: 'b', secuencia: 1, cancelado: true }])
    const after = [must(first[0]), must(gone[0])]
    expect(emitirCambios(after, [evento('a')], AHORA)).toEqual([])
    expect(emitirCambios(after, [evento('a'), evento('b')], AHORA)).toMatchObject([{ uid: 'b', secuencia: 2, cancelado: false }])
  })
})

describe('the file', () => {
  const write = (changes: Partial<EventoCalendario>, rest: Partial<Emitido> = {}) =>
    writeIcal({ nombre: 'Plazos', emisor: 'IF', emitidos: [{ ...must(first[0]), contenido: evento('a', changes), ...rest }] }).toString()
  const readBack = (text: string) => must(Object.values(sync.parseICS(text)).find((each): each is VEvent => each?.type === 'VEVENT'))

  it('gives back every character that was put in, on lines of 75 octets at most that end as they must', () => {
    const titulo = `Ñandú; coma, barra \\ y "comillas" ${'á🗳️'.repeat(60)}`
    const text = write({ titulo, texto: 'Una línea\nEND:VEVENT\nBEGIN:VALARM' })
    expect(Math.max(...text.split('\r\n').map((line) => Buffer.byteLength(line)))).toBeLessThanOrEqual(75)
    expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/)
    expect(text.endsWith('END:VCALENDAR\r\n')).toBe(true)
    expect(text.match(/^(BEGIN|END):/gm)).toHaveLength(4)
    expect(readBack(text)).toMatchObject({ summary: titulo, description: 'Una línea\nEND:VEVENT\nBEGIN:VALARM' })
  })

  it('keeps a day on its day in any zone, the last one included, through a change of the clock', () => {
    expect(write({ inicio: '2024-04-07', fin: '2024-04-07' })).toContain('DTSTART;VALUE=DATE:20240407\r\nDTEND;VALUE=DATE:20240408\r\n')
    expect(write({ inicio: '2023-12-25', fin: '2024-02-28' })).toContain('DTSTART;VALUE=DATE:20231225\r\nDTEND;VALUE=DATE:20240229\r\n')
  })

  it('rings at the hour of the day that it was told, never once it was cancelled', () => {
    const avisos = { dias: [3, 1, 0], hora: '09:00' }
    expect(write({ avisos }).match(/^TRIGGER.*$/gm)).toEqual(
      ['-P2DT15H', '-PT15H', 'PT9H'].map((trigger) => `TRIGGER;RELATED=START:${trigger}`),
    )
    expect(write({ avisos }, { cancelado: true })).not.toContain('VALARM')
  })

  it('tells confirmed, provisional and cancelled events apart', () => {
    const estatus = [write({}), write({ provisional: true }), write({ provisional: true }, { cancelado: true, secuencia: 4 })]
    expect(estatus.map((text) => readBack(text).status)).toEqual(['CONFIRMED', 'TENTATIVE', 'CANCELLED'])
    expect(readBack(must(estatus[2])).sequence).toBe(4)
  })
})

function must<T>(value: T | undefined): T {
  if (value === undefined) throw new Error('it is not there')
  return value
}
