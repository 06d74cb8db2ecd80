import fc from 'fast-check'
import { intervaloDe, MINIMOS_POR_LOTE, pocas, trasSalir } from './intervalo.ts'

const MINIMOS = [3, 5, 7, 11]
const minimos = fc.constantFrom(...MINIMOS)
/** A minimum cell, a size of a lote, and how many of it gave the answer. */
const celdas = fc
  .tuple(minimos, fc.integer({ min: MINIMOS_POR_LOTE, max: 60 }))
  .chain(([minimo, times]) =>
    fc.record({ minimo: fc.constant(minimo), tamano: fc.constant(minimo * times), cuantas: fc.nat(minimo * times) }),
  )

describe('the interval of a cell', () => {
  it('is true', () => {
    fc.assert(
      fc.property(celdas, ({ cuantas, ...lote }) => {
        const { minimo, maximo } = intervaloDe(cuantas, lote)
        expect(minimo).toBeLessThanOrEqual(cuantas)
        expect(maximo).toBeGreaterThanOrEqual(cuantas)
      }),
    )
  })

  it('is the same for every count in it: nothing closer can be learnt from how it is told', () => {
    fc.assert(
      fc.property(celdas, ({ cuantas, ...lote }) => {
        const told = intervaloDe(cuantas, lote)
        for (let other = told.minimo; other <= told.maximo; other += 1) expect(intervaloDe(other, lote)).toEqual(told)
      }),
    )
  })

  it('shows no count below the minimum cell, nor one that leaves fewer than it outside', () => {
    fc.assert(
      fc.property(celdas, ({ cuantas, ...lote }) => {
        const { minimo, tamano } = lote
        const told = intervaloDe(cuantas, lote)
        if (cuantas < minimo) expect(told).toEqual({ minimo: 0, maximo: pocas(minimo) })
        if (tamano - cuantas < minimo) expect(told).toEqual({ minimo: tamano - pocas(minimo), maximo: tamano })
      }),
    )
  })

  it('is as wide as the minimum cell, or wider', () => {
    fc.assert(
      fc.property(celdas, ({ cuantas, ...lote }) => {
        const told = intervaloDe(cuantas, lote)
        expect(told.maximo - told.minimo + 1).toBeGreaterThanOrEqual(lote.minimo)
      }),
    )
  })

  it('of a lote of a hundred and a minimum of five says few, sixty and nearly all like this', () => {
    const of = (cuantas: number) => intervaloDe(cuantas, { tamano: 100, minimo: 5 })
    expect([0, 7].map(of)).toEqual([
      { minimo: 0, maximo: 7 },
      { minimo: 0, maximo: 7 },
    ])
    expect([8, 58, 62].map(of)).toEqual([
      { minimo: 8, maximo: 12 },
      { minimo: 58, maximo: 62 },
      { minimo: 58, maximo: 62 },
    ])
    expect([93, 100].map(of)).toEqual([
      { minimo: 93, maximo: 100 },
      { minimo: 93, maximo: 100 },
    ])
  })

  it('stays true when some leave, whatever they had answered', () => {
    fc.assert(
      fc.property(celdas, fc.nat(), fc.nat(), ({ cuantas, ...lote }, some, others) => {
        const withAnswer = some % (cuantas + 1)
        const without = others % (lote.tamano - cuantas + 1)
        const salieron = withAnswer + without
        const quedan = lote.tamano - salieron
        const told = trasSalir(intervaloDe(cuantas, lote), { quedan, salieron })
        expect(told.minimo).toBeLessThanOrEqual(cuantas - withAnswer)
        expect(told.maximo).toBeGreaterThanOrEqual(cuantas - withAnswer)
      }),
    )
  })
})
