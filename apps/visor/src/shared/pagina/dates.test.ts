import { endOfDay, longDate, longDateTime, setZone } from './dates.ts'

describe('dates in full', () => {
  test('a day ends when it ends in central Mexico', () => {
    expect(endOfDay('2024-04-25')).toBe('2024-04-25T23:59:59-06:00')
    expect(endOfDay('2022-07-10')).toBe('2022-07-10T23:59:59-05:00')
    expect(endOfDay('1900-01-01')).toBe('1900-01-01T23:59:59-06:36')
  })

  test('a legal date is the same day everywhere', () => {
    expect(longDate('2024-04-25')).toBe('jueves 25 de abril de 2024')
    expect(longDate('2024-06-02')).toBe('domingo 2 de junio de 2024')
  })

  test('an instant is told in the time of central Mexico, whatever its offset', () => {
    expect(longDateTime('2024-04-26T00:05:00Z')).toBe('jueves 25 de abril de 2024, 18:05')
    expect(longDateTime('2024-04-25T00:00:12-06:00')).toBe('jueves 25 de abril de 2024, 00:00')
  })

  test('a proceso of another zone has its own hours and days', () => {
    setZone('America/Tijuana')
    expect(longDateTime('2024-04-26T06:30:00Z')).toBe('jueves 25 de abril de 2024, 23:30')
    expect(longDate('2024-04-26T06:30:00Z')).toBe('jueves 25 de abril de 2024')
    expect(longDate('2024-04-25')).toBe('jueves 25 de abril de 2024')
    expect(endOfDay('2024-04-25')).toBe('2024-04-25T23:59:59-07:00')
  })
})
