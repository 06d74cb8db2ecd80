import { chosenOf, SELECCION_MAX, withElegidas, withoutElegidas } from './seleccion.ts'

const many = (count: number) => Array.from({ length: count }, (_, index) => ({ id: `${index}`, nombre: `Persona ${index}` }))

describe('selection of the directory', () => {
  test('adds and takes away without touching what there was', () => {
    const before = withElegidas(new Map(), many(2))
    const after = withoutElegidas(before, [{ id: '0' }])
    expect([...after.keys()]).toEqual(['1'])
    expect(before.size).toBe(2)
  })

  test('stops at what a bulk act takes', () => {
    expect(withElegidas(new Map(), many(SELECCION_MAX + 5)).size).toBe(SELECCION_MAX)
  })

  test('says whether a page is chosen in full, in part or not at all', () => {
    const page = many(3)
    expect(chosenOf(new Map(), page)).toBe('none')
    expect(chosenOf(withElegidas(new Map(), page.slice(1)), page)).toBe('some')
    expect(chosenOf(withElegidas(new Map(), page), page)).toBe('all')
    expect(chosenOf(new Map(), [])).toBe('none')
  })
})
