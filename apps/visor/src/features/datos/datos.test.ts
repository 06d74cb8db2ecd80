import { sizeText } from './datos.ts'

describe('what a file weighs', () => {
  test.each([
    [0, '0 bytes'],
    [886, '886 bytes'],
    [50_075, '50.1 kB'],
    [999_999, '1,000 kB'],
    [10_600_000, '10.6 MB'],
  ])('%i is told as %s', (bytes, text) => {
    expect(sizeText(bytes)).toBe(text)
  })
})
