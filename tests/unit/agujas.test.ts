import * as fc from 'fast-check'
import { agujasDe, halladas, type Aguja } from '../support/agujas.ts'

/** One after another, as anybody would look for them. */
const oneByOne = (bytes: Buffer, agujas: readonly Aguja[]) => [
  ...new Set(agujas.filter((aguja) => bytes.includes(aguja.bytes)).map(({ valor }) => valor)),
]
/** Few letters, so that one value begins as another does, and is cut off by the end. */
const text = fc.string({ unit: fc.constantFrom('a', 'b', 'ñ'), minLength: 4, maxLength: 12 })

it('finds the same values as a search for each of them', () => {
  fc.assert(
    fc.property(fc.array(text, { maxLength: 8 }), fc.array(text, { maxLength: 40 }), (valores, pieces) => {
      const agujas = valores.map((valor) => ({ valor, bytes: Buffer.from(valor) }))
      const bytes = Buffer.from(pieces.join(''))
      expect(halladas(bytes, agujas)).toEqual(oneByOne(bytes, agujas))
    }),
    { numRuns: 2_000 },
  )
})

it('finds a value in each form in which it could be, at the beginning, in the midst and at the end', () => {
  const agujas = ['Canario de prueba', 'canario-7@example.org'].flatMap(agujasDe)
  expect(agujas.length).toBeGreaterThan(10)
  for (const { valor, bytes } of agujas)
    for (const [before, after] of [
      ['', 'x'],
      ['x', 'x'],
      ['xyz', ''],
    ] as const)
      expect(halladas(Buffer.concat([Buffer.from(before), bytes, Buffer.from(after)]), agujas)).toContain(valor)
})

it('finds nothing in what is shorter, nor where the last letter is another', () => {
  const agujas = agujasDe('Canario de prueba')
  expect(agujas.map(({ bytes }) => halladas(bytes.subarray(0, -1), agujas)).flat()).toEqual([])
  expect(halladas('', agujas)).toEqual([])
})
