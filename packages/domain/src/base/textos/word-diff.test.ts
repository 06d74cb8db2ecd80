import { wordDiff, type Segment } from './word-diff.ts'

describe('the difference between two texts', () => {
  test('names only the words that changed', () => {
    expect(wordDiff('Trabajó once años en la escuela', 'Trabajó doce años en la escuela')).toEqual([
      { kind: 'same', text: 'Trabajó ' },
      { kind: 'removed', text: 'once' },
      { kind: 'added', text: 'doce' },
      { kind: 'same', text: ' años en la escuela' },
    ])
  })

  test('is one piece for equal texts', () => {
    expect(wordDiff('igual que antes', 'igual que antes')).toEqual([{ kind: 'same', text: 'igual que antes' }])
  })

  test('from or to nothing is all added or all removed', () => {
    expect(wordDiff('', 'nuevo')).toEqual([{ kind: 'added', text: 'nuevo' }])
    expect(wordDiff('viejo', '')).toEqual([{ kind: 'removed', text: 'viejo' }])
  })

  test.each([
    ['uno dos tres cuatro', 'dos tres cinco'],
    ['a a a b', 'a b a a'],
    ['línea\n\notra línea', 'línea\notra  línea más'],
    ['repetido repetido', 'repetido'],
  ])('always gives both texts back: %j → %j', (before, after) => {
    const segments = wordDiff(before, after)
    expect(join(segments, 'added')).toBe(before)
    expect(join(segments, 'removed')).toBe(after)
  })

  test('does not make the screen wait for two very long texts', () => {
    const before = Array.from({ length: 3_000 }, (_, index) => `palabra${index}`).join(' ')
    const after = Array.from({ length: 3_000 }, (_, index) => `otra${index}`).join(' ')
    expect(wordDiff(before, after)).toEqual([
      { kind: 'removed', text: before },
      { kind: 'added', text: after },
    ])
  })
})

function join(segments: Segment[], without: Segment['kind']): string {
  return segments
    .filter(({ kind }) => kind !== without)
    .map(({ text }) => text)
    .join('')
}
