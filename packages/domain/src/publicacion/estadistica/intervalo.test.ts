import fc from 'fast-check'
import { anchoDe, intervaloDe, loteMenor, tamanoDeLote, trasSalir, type Intervalo } from './intervalo.ts'

const MINIMOS = [4, 5, 6, 7, 11]
const minimos = fc.constantFrom(...MINIMOS)
/** A minimum cell, a size of a lote, and how many of it gave the answer. */
const celdas = fc
  .tuple(minimos, fc.nat(300))
  .map(([minimo, more]) => ({ minimo, tamano: tamanoDeLote(loteMenor(minimo) + more, minimo) }))
  .chain(({ minimo, tamano }) => fc.record({ minimo: fc.constant(minimo), tamano: fc.constant(tamano), cuantas: fc.nat(tamano) }))

/** Every way in which `partes` answers of a lote may be told together. */
function dichas(partes: number, lote: { tamano: number; minimo: number }): Intervalo[][] {
  const told = [...Array(lote.tamano + 1).keys()].map((cuantas) => intervaloDe(cuantas, lote))
  const each = [...new Map(told.map((one) => [one.minimo, one])).values()]
  const combine = (left: number, from: number): Intervalo[][] =>
    left === 0 ? [[]] : each.flatMap((one, at) => (at < from ? [] : combine(left - 1, at).map((rest) => [one, ...rest])))
  return combine(partes, 0).filter((all) => ends(all).minimo <= lote.tamano && lote.tamano <= ends(all).maximo)
}

function ends(all: readonly Intervalo[]): Intervalo {
  return { minimo: all.reduce((sum, { minimo }) => sum + minimo, 0), maximo: all.reduce((sum, { maximo }) => sum + maximo, 0) }
}

/** How many values of each answer remain for a reader who knows how many were counted. */
function restantes(all: readonly Intervalo[], tamano: number): number[] {
  const { minimo: least, maximo: most } = ends(all)
  return all.map(({ minimo, maximo }) => Math.min(maximo, tamano - least + minimo) - Math.max(minimo, tamano - most + maximo) + 1)
}

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
        if (cuantas < minimo) expect(told).toEqual({ minimo: 0, maximo: anchoDe(minimo) })
        if (tamano - cuantas < minimo) expect(told).toEqual({ minimo: tamano - anchoDe(minimo), maximo: tamano })
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

  it('leaves each answer the minimum of values when the size of the lote is known, however the others are told', () => {
    for (const minimo of [4, 5, 6, 7]) {
      for (let partes = 3; partes < minimo; partes += 1) {
        for (let times = 3; times <= 10; times += 1) {
          const lote = { minimo, tamano: times * anchoDe(minimo) + 1 }
          const least = Math.min(...dichas(partes, lote).flatMap((all) => restantes(all, lote.tamano)))
          expect({ ...lote, partes, enough: least >= minimo }).toEqual({ ...lote, partes, enough: true })
        }
      }
    }
  })

  it('tells few, sixty and nearly all like this, for a lote of 99 and a minimum of five', () => {
    const of = (cuantas: number) => intervaloDe(cuantas, { tamano: 99, minimo: 5 })
    const told = (minimo: number, maximo: number) => ({ minimo, maximo })
    expect([0, 7].map(of)).toEqual([told(0, 7), told(0, 7)])
    expect([8, 14, 57, 63].map(of)).toEqual([told(8, 14), told(8, 14), told(57, 63), told(57, 63)])
    expect([92, 99].map(of)).toEqual([told(92, 99), told(92, 99)])
  })

  it('stays true when some leave, with any answers of theirs', () => {
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
