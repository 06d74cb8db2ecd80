import { createRandom } from './random.ts'

describe('random', () => {
  test('the same seed gives the same numbers, another seed others', () => {
    const draw = (seed: number) => {
      const random = createRandom(seed)
      return Array.from({ length: 5 }, () => random.next())
    }
    expect(draw(1)).toEqual(draw(1))
    expect(draw(1)).not.toEqual(draw(2))
  })

  test('numbers are spread evenly', () => {
    const random = createRandom(7)
    const counts = Array.from({ length: 10 }, () => 0)
    for (let n = 0; n < 10_000; n += 1) counts[random.int(0, 9)] = (counts[random.int(0, 9)] ?? 0) + 1
    for (const count of counts) expect(count).toBeGreaterThan(850)
  })

  test('a fork does not move its parent, and has its own numbers by name', () => {
    const parent = createRandom(3)
    const first = parent.fork('a').next()
    parent.fork('b').next()
    expect(parent.next()).toBe(createRandom(3).next())
    expect(createRandom(3).fork('a').next()).toBe(first)
    expect(createRandom(3).fork('b').next()).not.toBe(first)
  })

  test('shuffling keeps every element and leaves the list alone', () => {
    const list = [1, 2, 3, 4, 5, 6, 7, 8]
    const shuffled = createRandom(5).shuffle(list)
    expect(shuffled).not.toEqual(list)
    expect([...shuffled].sort()).toEqual(list)
    expect(list).toEqual([1, 2, 3, 4, 5, 6, 7, 8])
  })
})
