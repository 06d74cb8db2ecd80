import { nombraA } from './nombres.ts'

describe('a name that somebody wrote', () => {
  it.each([
    ['Ana María López Ruiz', true],
    ['ANA MARIA LOPEZ RUIZ', true],
    ['López Ruiz, Ana', true],
    ['Ana', false],
    ['Ana Pérez Ruiz', false],
    ['', false],
  ])('«%s» is that of Ana María López Ruiz: %s', (escrito, expected) => {
    expect(nombraA(escrito, 'Ana María López Ruiz')).toBe(expected)
  })

  it('is enough as one word where the persona has one', () => {
    expect(nombraA('Xóchitl', 'Xochitl')).toBe(true)
  })
})
