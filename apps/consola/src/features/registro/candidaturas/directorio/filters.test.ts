import { askedOf, askedOfConsulta, consultaOf, filtersOf, withFilter } from './filters.ts'

describe('filters of the directory', () => {
  test('unknown, repeated and blank members of the address are ignored', () => {
    expect(filtersOf({ q: 'ana', cargo: '', nada: 'x', actor: ['PAN', 'PRI'] })).toEqual({ q: 'ana' })
    expect(filtersOf({ q: 'ana', orden: '-nombre' })).toEqual({ q: 'ana' })
    expect(askedOf({ q: 'ana', orden: '-nombre' })).toEqual({ q: 'ana', orden: '-nombre' })
  })

  test('a blank takes a filter away and leaves the others', () => {
    expect(withFilter({ q: 'ana', cargo: 'regiduria' }, 'q', '')).toEqual({ cargo: 'regiduria' })
    expect(withFilter({ q: 'ana' }, 'cargo', 'regiduria')).toEqual({ q: 'ana', cargo: 'regiduria' })
  })

  test('a saved view keeps the same text whatever the order in which the filters were chosen', () => {
    const consulta = consultaOf({ orden: 'vence', cargo: 'regiduria', q: 'maría peña' })
    expect(consulta).toBe(consultaOf({ q: 'maría peña', cargo: 'regiduria', orden: 'vence' }))
    expect(askedOfConsulta(consulta)).toEqual({ q: 'maría peña', cargo: 'regiduria', orden: 'vence' })
  })
})
