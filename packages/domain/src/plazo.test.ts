import { Temporal } from 'temporal-polyfill'
import { edadEn, endOfDay, vencimientoCaptura } from './plazo.ts'

describe('plazo of captura', () => {
  it('counts calendar days from the day after the account was delivered, to the last second', () => {
    const term = { cuentaEntregada: '2024-04-15', diasCaptura: 15, zona: 'America/Mexico_City' }
    expect(vencimientoCaptura(term).toString()).toBe('2024-05-01T05:59:59Z')
  })

  it('ends a day by the zone of the proceso, also when its offset was another', () => {
    expect(endOfDay('2022-07-01', 'America/Mexico_City').toString()).toBe('2022-07-02T04:59:59Z')
    expect(endOfDay('2024-07-01', 'America/Mexico_City').toString()).toBe('2024-07-02T05:59:59Z')
  })
})

describe('age', () => {
  it('changes on the birthday, also of whoever was born on 29 February', () => {
    const on = (day: string) => edadEn('2000-02-29', Temporal.PlainDate.from(day))
    expect([on('2024-02-28'), on('2024-02-29'), on('2025-02-28'), on('2025-03-01')]).toEqual([23, 24, 24, 25])
  })
})
