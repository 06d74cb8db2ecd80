import { contarCodificacion, textosNecesarios, type ResultadoCodificacion, type TextoCodificado } from './conteo.ts'

const CLAVES = ['a', 'b', 'c', 'd', 'otras']

/** So many texts of each category, on which both agreed; those of one category stay together, so that the cut at the end is known. */
function textos(cuantos: readonly number[], claves = CLAVES): TextoCodificado[] {
  return cuantos.flatMap((n, at) => {
    const clave = claves[at] ?? 'otras'
    return Array.from({ length: n }, (): TextoCodificado => ({ codigos: [clave, clave], final: clave }))
  })
}

const contar = (of: readonly TextoCodificado[], { claves = CLAVES, minimo = 5 } = {}) => contarCodificacion(of, { claves, minimo })

it('tells nothing of fewer texts than a lote takes', () => {
  expect(textosNecesarios(5)).toBe(22)
  expect(contar(textos([21]))).toEqual({ contados: null, categorias: [], reunidas: [], acuerdo: null })
})

it('tells the categories with enough texts, and the rest within «Otras»', () => {
  expect(contar(textos([12, 11, 1, 4, 2]))).toEqual({
    contados: 29,
    categorias: [
      { clave: 'a', cuantas: { minimo: 8, maximo: 14 } },
      { clave: 'b', cuantas: { minimo: 8, maximo: 14 } },
      { clave: 'otras', cuantas: { minimo: 0, maximo: 7 } },
    ],
    reunidas: ['c', 'd'],
    acuerdo: { porcentaje: 100, kappa: 1 },
  })
})

it('tells no more categories than fit below the minimum, in the order of the codebook', () => {
  const { categorias, reunidas } = contar(textos([20, 20, 20, 20, 20]))
  expect(categorias.map(({ clave }) => clave)).toEqual(['a', 'b', 'c', 'otras'])
  expect(reunidas).toEqual(['d'])
})

it('keeps the order of the codebook also where a clave is a number', () => {
  const claves = ['b', '1', 'otras']
  expect(contar(textos([15, 15, 0], claves), { claves }).categorias.map(({ clave }) => clave)).toEqual(['b', '1', 'otras'])
})

it('does not tell kappa where nearly all texts are of one category, whether it has a value or not', () => {
  const all = contar(textos([40]))
  const nearly = contar([...textos([38]), { codigos: ['a', 'b'], final: 'b' }, { codigos: ['b', 'b'], final: 'b' }])
  expect([all.acuerdo?.kappa, nearly.acuerdo?.kappa]).toEqual([null, null])
  expect(all.categorias).toEqual(nearly.categorias)
})

it('tells the agreement of the two before they settled anything, rounded', () => {
  const apart = textos([12, 10]).map((each, at): TextoCodificado => (at % 7 === 0 ? { codigos: ['a', 'b'], final: 'a' } : each))
  expect(contar(apart).acuerdo).toEqual({ porcentaje: 80, kappa: 0.6 })
})

/** Every way in which so many persons may have written, by the figures told of them. */
function mundos(total: number, minimo: number): Map<string, { dicho: ResultadoCodificacion; cuantos: number[][] }> {
  const found = new Map<string, { dicho: ResultadoCodificacion; cuantos: number[][] }>()
  for (const cuantos of compositions(total, CLAVES.length)) {
    const dicho = contar(textos(cuantos), { minimo })
    const key = JSON.stringify(dicho)
    const group = found.get(key) ?? { dicho, cuantos: [] }
    group.cuantos.push(cuantos)
    found.set(key, group)
  }
  return found
}

function compositions(total: number, parts: number): number[][] {
  if (parts === 1) return [[total]]
  return Array.from({ length: total + 1 }, (_, first) => first).flatMap((first) =>
    compositions(total - first, parts - 1).map((rest) => [first, ...rest]),
  )
}

it.each([
  [22, 5],
  [29, 5],
  [16, 4],
])(
  'leaves of %i texts each category as many numbers as the minimum (%i), by all that is told',
  (total, minimo) => {
    for (const { dicho, cuantos } of mundos(total, minimo).values()) {
      CLAVES.forEach((clave, at) => {
        const possible = new Set(cuantos.map((each) => each[at]))
        expect([dicho, clave, possible.size >= minimo]).toEqual([dicho, clave, true])
      })
      for (const { clave, cuantas } of dicho.categorias.filter((each) => each.clave !== 'otras'))
        for (const each of cuantos) expect(each[CLAVES.indexOf(clave)]).toBeGreaterThanOrEqual(cuantas.minimo)
    }
  },
  60_000,
)
