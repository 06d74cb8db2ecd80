import { acuerdoDe } from './acuerdo.ts'

/** Two coders and two categories: how many got yes from both, yes and no, no and yes, no from both. */
function tabla(...[both, first, second, neither]: [number, number, number, number]): [string, string][] {
  const times = (n: number, par: [string, string]) => Array.from({ length: n }, () => par)
  return [...times(both, ['si', 'si']), ...times(first, ['si', 'no']), ...times(second, ['no', 'si']), ...times(neither, ['no', 'no'])]
}

describe('Cohen’s kappa', () => {
  // po = 35/50, pe = 0.5·0.6 + 0.5·0.4; and two tables with the same po = 60/100 and other marginals.
  it.each([
    [tabla(20, 5, 10, 15), 0.4],
    [tabla(45, 15, 25, 15), 0.1304],
    [tabla(25, 35, 5, 35), 0.2593],
    [tabla(10, 0, 0, 10), 1],
    [tabla(0, 10, 10, 0), -1],
    [tabla(5, 5, 5, 5), 0],
  ])('has the value that was worked out by hand (%#)', (pares, expected) => {
    expect(acuerdoDe(pares).kappa).toBeCloseTo(expected, 4)
  })

  it('takes more than two categories', () => {
    // po = 6/9; marginals 3, 3, 3 and 4, 3, 2: pe = (12 + 9 + 6)/81.
    const pares = 'aa aa ab bb bb ba cc cc ca'.split(' ').map((par): [string, string] => [par.charAt(0), par.charAt(1)])
    expect(acuerdoDe(pares)).toEqual({ n: 9, iguales: 6, kappa: (54 - 27) / (81 - 27) })
  })

  it('has no value where there is nothing to compare with', () => {
    expect(acuerdoDe([])).toEqual({ n: 0, iguales: 0, kappa: null })
    expect(acuerdoDe(tabla(7, 0, 0, 0))).toEqual({ n: 7, iguales: 7, kappa: null })
  })

  it('is zero, not absent, where one coder told nothing apart and the other did', () => {
    expect(acuerdoDe(tabla(6, 1, 0, 0)).kappa).toBe(0)
  })
})
