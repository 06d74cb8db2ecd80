import fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { estatusPlazo, type PlazoState } from './estatus-plazo.ts'

const zona = 'America/Mexico_City'
const at = (ahora: string) => ({ zona, ahora: Temporal.Instant.from(ahora) })
const state = (changes: Partial<PlazoState> = {}): PlazoState => ({
  inicio: null,
  vence: '2024-05-11',
  cumplidaEn: null,
  noAplica: false,
  borde: null,
  avisoDias: 3,
  ...changes,
})
const done = (instant: string) => ({ cumplidaEn: Temporal.Instant.from(instant) })
const estatusAt = (ahora: string, changes: Partial<PlazoState> = {}) => estatusPlazo(state(changes), at(ahora)).estatus

describe('how a duty stands', () => {
  it('goes from pending to overdue by the clock alone', () => {
    expect(estatusAt('2024-05-01T10:00:00-06:00')).toBe('pendiente')
    expect(estatusAt('2024-05-01T10:00:00-06:00', { inicio: '2024-04-30' })).toBe('en_curso')
    expect(estatusAt('2024-05-08T00:00:00-06:00')).toBe('por_vencer')
    expect(estatusAt('2024-05-11T23:59:59.999-06:00')).toBe('por_vencer')
    expect(estatusAt('2024-05-12T00:00:00-06:00')).toBe('vencida')
  })

  it('is fulfilled by the date of its evidence, whenever it was brought', () => {
    expect(estatusAt('2024-06-30T10:00:00-06:00', done('2024-05-11T23:59:59.5-06:00'))).toBe('cumplida_en_tiempo')
    expect(estatusAt('2024-06-30T10:00:00-06:00', done('2024-05-12T00:00:00-06:00'))).toBe('cumplida_tarde')
  })

  it('is late by ten minutes at ten past midnight of the next day', () => {
    const { estatus, retraso } = estatusPlazo(state(done('2024-05-12T00:10:00-06:00')), at('2024-05-12T09:00:00-06:00'))
    expect([estatus, retraso?.total('minutes')]).toEqual(['cumplida_tarde', 10])
  })

  it('needs no date to be fulfilled, and none when it does not apply', () => {
    expect(estatusAt('2024-05-12T00:00:00-06:00', { vence: null })).toBe('sin_fecha')
    expect(estatusAt('2024-05-12T00:00:00-06:00', { vence: null, ...done('2024-05-01T00:00:00Z') })).toBe('cumplida_en_tiempo')
    expect(estatusAt('2024-06-12T00:00:00-06:00', { noAplica: true })).toBe('no_aplica')
  })

  it('is never owed as an edge of a period: it runs from its first day to its last, and is over after it', () => {
    const periodo = { borde: 'termino' as const, inicio: '2024-05-02' }
    expect(estatusAt('2024-05-01T23:59:59-06:00', periodo)).toBe('pendiente')
    expect(estatusAt('2024-05-11T23:59:59-06:00', periodo)).toBe('en_curso')
    const { estatus, retraso } = estatusPlazo(state(periodo), at('2024-05-12T00:00:00-06:00'))
    expect([estatus, retraso]).toEqual(['concluido', null])
    expect(estatusAt('2024-06-12T00:00:00-06:00', { ...periodo, noAplica: true })).toBe('no_aplica')
    expect(estatusAt('2024-05-10T23:59:59-06:00', { borde: 'inicio' })).toBe('pendiente')
    expect(estatusAt('2024-06-12T00:00:00-06:00', { borde: 'inicio' })).toBe('en_curso')
  })

  it('is late exactly from midnight of its own zone, in any zone and on any day', () => {
    const zones = fc.constantFrom('America/Mexico_City', 'America/Tijuana', 'America/Hermosillo', 'America/Cancun', 'Pacific/Kiritimati')
    const days = fc.integer({ min: 0, max: 20_000 }).map((days) => Temporal.PlainDate.from('1990-01-01').add({ days }))
    fc.assert(
      fc.property(zones, days, (zone, day) => {
        const midnight = day.add({ days: 1 }).toZonedDateTime({ timeZone: zone }).toInstant()
        const estatusOf = (ahora: Temporal.Instant) => estatusPlazo(state({ vence: day.toString() }), { zona: zone, ahora }).estatus
        expect(estatusOf(midnight)).toBe('vencida')
        expect(estatusOf(midnight.subtract({ milliseconds: 1 }))).toBe('por_vencer')
      }),
    )
  })
})
