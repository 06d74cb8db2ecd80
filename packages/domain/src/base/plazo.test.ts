import fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { edadEn, endOfDay, localDay, localMinute, terminoElDia, ultimoDia } from './plazo.ts'

describe('plazo of captura', () => {
  it('counts calendar days from the day after its event', () => {
    expect(ultimoDia('2024-04-15', { dias: 15, tipoDias: 'naturales' }, ['2024-05-01'])).toBe('2024-04-30')
  })

  it('counts working days without Saturdays, Sundays and rest days', () => {
    const habiles = { dias: 3, tipoDias: 'habiles' } as const
    expect(ultimoDia('2024-04-26', habiles, [])).toBe('2024-05-01')
    expect(ultimoDia('2024-04-26', habiles, ['2024-05-01'])).toBe('2024-05-02')
  })

  it('is of the legal day, which from six in the evening on is not the one of UTC', () => {
    const evening = '2024-04-21T00:30:00.000Z'
    const forms = [evening, new Date(evening), Temporal.Instant.from(evening)]
    expect(forms.map((each) => localDay(each, 'America/Mexico_City'))).toEqual(Array(3).fill('2024-04-20'))
    expect(localMinute(evening, 'America/Mexico_City')).toBe('2024-04-20T18:30')
  })

  it('is over at midnight and not within its last second', () => {
    const at = (ahora: string) => terminoElDia('2024-04-30', { zona: 'America/Mexico_City', ahora: Temporal.Instant.from(ahora) })
    expect([at('2024-04-30T23:59:59.999-06:00'), at('2024-05-01T00:00:00-06:00')]).toEqual([false, true])
  })

  it('ends a day by the zone of the proceso, also when its offset was another', () => {
    expect(endOfDay('2022-07-01', 'America/Mexico_City').toString()).toBe('2022-07-02T04:59:59Z')
    expect(endOfDay('2024-07-01', 'America/Mexico_City').toString()).toBe('2024-07-02T05:59:59Z')
  })
})

describe('age', () => {
  it('changes on the birthday, also for a person born on 29 February', () => {
    const on = (day: string) => edadEn('2000-02-29', Temporal.PlainDate.from(day))
    expect([on('2024-02-28'), on('2024-02-29'), on('2025-02-28'), on('2025-03-01')]).toEqual([23, 24, 24, 25])
  })

  it('agrees with the calendar, for any birth and any later day', () => {
    const anyDay = fc.integer({ min: 0, max: 55_000 }).map((days) => Temporal.PlainDate.from('1900-01-01').add({ days }))
    const property = fc.property(anyDay, anyDay, (one, other) => {
      const [birth, day] = Temporal.PlainDate.compare(one, other) <= 0 ? [one, other] : [other, one]
      expect(edadEn(birth.toString(), day)).toBe(birth.until(day, { largestUnit: 'years' }).years)
      expect(edadEn(birth.toString(), day.toString())).toBe(edadEn(birth.toString(), day))
    })
    fc.assert(property, { numRuns: 1_000 })
  })
})
