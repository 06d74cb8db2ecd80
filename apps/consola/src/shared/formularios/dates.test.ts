import { dateLong, dateTimeLong, dateTimeShort, fromLocalInput, relativeTo, timeWithSeconds, toLocalInput } from './dates.ts'

describe('instants in the zone of the proceso', () => {
  test('read as a person writes them', () => {
    expect(dateTimeLong('2024-04-20T16:00:00Z')).toBe('sábado 20 de abril de 2024, 10:00')
    expect(dateTimeShort('2024-05-01T05:59:59Z')).toBe('30 abr 2024, 23:59')
    expect(timeWithSeconds('2024-04-20T06:02:31Z')).toBe('00:02:31')
  })

  test('a plain date stays on its day', () => {
    expect(dateLong('2024-03-31')).toBe('domingo 31 de marzo de 2024')
  })

  test('go to a local field and back', () => {
    expect(toLocalInput('2024-04-20T16:05:00Z')).toBe('2024-04-20T10:05')
    expect(fromLocalInput('2024-04-20T23:59')).toBe('2024-04-21T05:59:00.000Z')
  })

  test('say how far they are from the now of the proceso', () => {
    expect(relativeTo('2024-04-22T05:59:59Z', '2024-04-20T16:00:00Z')).toBe('mañana')
    expect(relativeTo('2024-04-22T15:00:00Z', '2024-04-20T16:00:00Z')).toBe('pasado mañana')
    expect(relativeTo('2024-04-07T05:59:59Z', '2024-04-20T16:00:00Z')).toBe('hace 14 días')
    expect(relativeTo('2024-04-20T15:00:00Z', '2024-04-20T16:00:00Z')).toBe('hace 1 hora')
    expect(relativeTo('2024-04-21T05:59:59Z', '2024-04-21T05:50:00Z')).toBe('dentro de 9 minutos')
  })
})
