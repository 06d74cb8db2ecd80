import { paragraphDiff } from './paragraph-diff.ts'

const kinds = (before: string, after: string) => paragraphDiff(before, after).map(({ kind }) => kind)

describe('the difference between two texts by paragraphs', () => {
  test('shows paragraphs kept, added and removed, and inside a changed one only its words', () => {
    const before = '# Título\n\nEl instituto responde.\n\nSe va.\n\n- uno\n- dos'
    const after = '# Título\n\nEl instituto local responde.\n\n- uno\n- dos\n- tres'
    const diff = paragraphDiff(before, after)
    expect(diff.map(({ kind }) => kind)).toEqual(['same', 'changed', 'removed', 'same', 'same', 'added'])
    expect(diff[1]?.segments.filter(({ kind }) => kind !== 'same')).toEqual([{ kind: 'added', text: expect.stringContaining('local') }])
  })

  test('is one removed and one added for a paragraph written anew', () => {
    expect(kinds('Los datos se conservan.', 'Nadie más lee esto, salvo orden.')).toEqual(['removed', 'added'])
  })

  test('is empty for equal texts, and the rule of a table is no row', () => {
    const table = '| A | B |\n|---|---|\n| 1 | 2 |'
    expect(kinds(table, table)).toEqual(['same', 'same'])
  })
})
