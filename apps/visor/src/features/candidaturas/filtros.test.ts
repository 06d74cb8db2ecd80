import { apiQueryOf, countFiltros, isCut, parseFiltros, queryOfFiltros } from './filtros.ts'

describe('filters in the address', () => {
  test('only the given filters go back to the address, in one order', () => {
    const filtros = parseFiltros({ municipio: '17007', q: 'paz', otra: 'x', cargo: '' })
    expect(Object.entries(queryOfFiltros(filtros))).toEqual([
      ['q', 'paz'],
      ['municipio', '17007'],
    ])
  })

  test('a filter given twice counts once', () => {
    expect(parseFiltros({ cargo: ['a', 'b'] }).cargo).toBe('a')
  })

  test('the API is asked only with its own words', () => {
    const filtros = parseFiltros({ q: 'paz', calidad: 'otra', conPropuestas: 'true', cargo: 'regiduria' })
    expect(apiQueryOf(filtros)).toEqual({ q: 'paz', cargo: 'regiduria', conPropuestas: true })
  })

  test('the API gets as much of a long text as it takes, and the page knows', () => {
    const cut = ['a', '😀'].map((each) => parseFiltros({ q: each.repeat(101) }))
    expect(cut.map(isCut)).toEqual([true, true])
    expect(cut.map((filtros) => apiQueryOf(filtros).q)).toEqual(['a'.repeat(100), '😀'.repeat(100)])
    expect(isCut(parseFiltros({ q: 'a'.repeat(100) }))).toBe(false)
  })

  test('words one searches for are no filter of the sheet', () => {
    expect(countFiltros(parseFiltros({ q: 'paz', actor: 'PT', conPropuestas: 'true' }))).toBe(2)
  })
})
