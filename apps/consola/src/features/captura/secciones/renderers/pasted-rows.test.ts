import { rowsOf, spreadRows } from './pasted-rows.ts'

describe('a list pasted from a word processor', () => {
  test.each([
    ['bullets', '•\tMaestra rural\r\n•\tRegidora\r\n', ['Maestra rural', 'Regidora']],
    ['numbers', '1. Maestra rural\n2. Regidora', ['Maestra rural', 'Regidora']],
    ['blank lines', 'Maestra rural\n\n\nRegidora', ['Maestra rural', 'Regidora']],
    ['one line', 'Maestra rural', ['Maestra rural']],
    ['a number that is of the text', 'Maestra rural\n12. de Octubre, A.C.', ['Maestra rural', '12. de Octubre, A.C.']],
  ])('becomes rows: %s', (_, pasted, rows) => {
    expect(rowsOf(pasted)).toEqual(rows)
  })

  const place = { lines: ['Antes', '', 'Después'], index: 1, before: '', after: '', maximum: 5 }

  test('takes the place of its row, and leaves the others', () => {
    expect(spreadRows(['a', 'b'], place)).toEqual({ lines: ['Antes', 'a', 'b', 'Después'], left: [] })
  })

  test('keeps the text around the paste', () => {
    const written = { ...place, lines: ['Fui '], index: 0, before: 'Fui ', after: '.' }
    expect(spreadRows(['a', 'b'], written).lines).toEqual(['Fui a', 'b.'])
  })

  test('tells the rows for which there is no room', () => {
    expect(spreadRows(['a', 'b', 'c'], { ...place, maximum: 3 })).toEqual({ lines: ['Antes', 'a', 'Después'], left: ['b', 'c'] })
  })
})
