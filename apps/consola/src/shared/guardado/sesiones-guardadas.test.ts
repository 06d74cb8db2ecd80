import { caducaOf } from './sesiones-guardadas.ts'

const HOUR = 3_600_000

describe('how long a device keeps a sesión', () => {
  it('is until a day after its hour, by the clock of the device', () => {
    expect(caducaOf({ falta: 5 * HOUR, ahora: 1_000 })).toBe(1_000 + 29 * HOUR)
  })

  it('is a day where its hour is over', () => {
    expect(caducaOf({ falta: -40 * HOUR, ahora: 1_000 })).toBe(1_000 + 24 * HOUR)
  })
})
