export interface Segment {
  kind: 'same' | 'added' | 'removed'
  text: string
}

/** Beyond this many pairs of words a comparison would make the screen wait. */
const MAX_CELLS = 4_000_000

/** Compares two texts word by word. By hand: the rules depend on no package, so `diff` has no place here. */
export function wordDiff(before: string, after: string): Segment[] {
  const old = wordsOf(before)
  const now = wordsOf(after)
  const head = commonLength(old, now)
  const tail = commonLength(old.slice(head).reverse(), now.slice(head).reverse())
  const middle = compare(old.slice(head, old.length - tail), now.slice(head, now.length - tail))
  return joined([
    { kind: 'same', text: old.slice(0, head).join('') },
    ...middle,
    { kind: 'same', text: old.slice(old.length - tail).join('') },
  ])
}

/** Compares two lists item by item; an item that moved went and came. */
export function compareLists(before: string[], after: string[]): { kind: Segment['kind']; item: string }[] {
  return walk(before, after, lengthsOf(before, after))
    .filter(({ text }) => text !== '')
    .map(({ kind, text }) => ({ kind, item: text }))
}

/** Words and the blanks between them, so that joining them gives the text again. */
function wordsOf(text: string): string[] {
  return text.match(/\s+|[^\s]+/g) ?? []
}

function commonLength(one: string[], other: string[]): number {
  const first = one.findIndex((word, index) => word !== other[index])
  return first === -1 ? Math.min(one.length, other.length) : first
}

function compare(old: string[], now: string[]): Segment[] {
  if (old.length * now.length > MAX_CELLS || old.length === 0 || now.length === 0) {
    return [
      { kind: 'removed', text: old.join('') },
      { kind: 'added', text: now.join('') },
    ]
  }
  return walk(old, now, lengthsOf(old, now))
}

/** Length of the longest common run of words from each pair of places to the end. */
interface Lengths {
  at(i: number, j: number): number
}

function lengthsOf(old: string[], now: string[]): Lengths {
  const width = now.length + 1
  const table = new Uint16Array((old.length + 1) * width)
  const at = (i: number, j: number): number => table[i * width + j] ?? 0
  for (let i = old.length - 1; i >= 0; i--) {
    for (let j = now.length - 1; j >= 0; j--) {
      table[i * width + j] = old[i] === now[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1))
    }
  }
  return { at }
}

function walk(old: string[], now: string[], lengths: Lengths): Segment[] {
  const segments: Segment[] = []
  let i = 0
  let j = 0
  while (i < old.length && j < now.length) {
    const kind = old[i] === now[j] ? 'same' : lengths.at(i + 1, j) >= lengths.at(i, j + 1) ? 'removed' : 'added'
    segments.push({ kind, text: String(kind === 'added' ? now[j] : old[i]) })
    if (kind !== 'added') i++
    if (kind !== 'removed') j++
  }
  return [
    ...segments,
    ...old.slice(i).map((text): Segment => ({ kind: 'removed', text })),
    ...now.slice(j).map((text): Segment => ({ kind: 'added', text })),
  ]
}

function joined(segments: Segment[]): Segment[] {
  const merged: Segment[] = []
  for (const segment of segments.filter(({ text }) => text !== '')) {
    const last = merged.at(-1)
    if (last?.kind === segment.kind) last.text += segment.text
    else merged.push({ ...segment })
  }
  return merged
}
