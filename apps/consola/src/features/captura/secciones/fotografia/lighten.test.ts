import { isHeic, sizeOf } from './lighten.ts'

describe('a photograph of a phone', () => {
  it.each([
    [
      { width: 4000, height: 3000 },
      { width: 1600, height: 1200 },
    ],
    [
      { width: 3000, height: 4000 },
      { width: 1200, height: 1600 },
    ],
    [
      { width: 900, height: 1200 },
      { width: 900, height: 1200 },
    ],
  ])('of %j is sent as %j', (before, after) => {
    expect(sizeOf(before, 1600)).toEqual(after)
  })

  it.each([
    ['ftypheic', true],
    ['ftypmif1', true],
    ['ftypavif', false],
    ['JFIF', false],
  ])('that says «%s» is HEIC: %s', async (brand, expected) => {
    expect(await isHeic(new Blob([`\0\0\0\u0018${brand}`]))).toBe(expected)
  })
})
