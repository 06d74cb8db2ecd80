import { askTogether, shareNext } from './share.ts'

describe('shared work', () => {
  it('runs once for waiting callers, and again for a caller that asks when it has begun', async () => {
    let asked = 0
    let finish = (): void => undefined
    const ask = shareNext(() => {
      asked += 1
      const run = asked
      return new Promise<number>((done) => (finish = () => done(run)))
    })
    const [first, beside] = [ask(), ask()]
    await Promise.resolve()
    const later = ask()
    finish()
    expect(await Promise.all([first, beside])).toEqual([1, 1])
    await Promise.resolve()
    finish()
    expect(await later).toBe(2)
  })

  it('goes on after a fault, which only its waiting callers get', async () => {
    const answers = [Promise.reject(new Error('down')), Promise.resolve('up')]
    const ask = shareNext(() => answers.shift() ?? Promise.resolve('idle'))
    await expect(ask()).rejects.toThrow('down')
    expect(await ask()).toBe('up')
  })
})

describe('questions asked together', () => {
  /** A load that answers when it is told to, with the question in capitals. */
  function givenLoad() {
    const turns: { asked: readonly string[]; answer: () => void; fail: () => void }[] = []
    const load = (asked: readonly string[]) =>
      new Promise<string[]>((resolve, reject) => {
        const answer = () => resolve(asked.map((each) => each.toUpperCase()))
        turns.push({ asked, answer, fail: () => reject(new Error('down')) })
      })
    const ask = askTogether(load, { kindOf: ([kind = '']) => kind, weightOf: ({ length }) => length, room: 6 })
    return { ask, turns, asked: () => turns.map(({ asked }) => asked) }
  }

  const heard = () => new Promise((resolve) => setImmediate(resolve))

  it('at one moment go in one turn, and each gets its own answer', async () => {
    const { ask, turns, asked } = givenLoad()
    const answers = Promise.all(['a', 'a1', 'a2'].map(ask))
    await heard()
    expect(asked()).toEqual([['a', 'a1', 'a2']])
    turns[0]?.answer()
    expect(await answers).toEqual(['A', 'A1', 'A2'])
  })

  it('go apart when they are of different kinds', async () => {
    const { ask, asked } = givenLoad()
    for (const each of ['a1', 'b1', 'a2']) void ask(each)
    await heard()
    expect(asked()).toEqual([['a1', 'a2'], ['b1']])
  })

  it('wait while two turns are on their way, and go together in the third', async () => {
    const { ask, turns, asked } = givenLoad()
    for (const each of ['a1', 'a2', 'a3', 'a4']) {
      void ask(each)
      await heard()
    }
    expect(asked()).toEqual([['a1'], ['a2']])
    turns[1]?.answer()
    await heard()
    expect(asked().slice(2)).toEqual([['a3', 'a4']])
  })

  it('are no more than there is room for, and one for which there is none goes alone', async () => {
    const { ask, turns, asked } = givenLoad()
    const answers = Promise.all(['a1', 'a-very-long-one', 'a2', 'a3', 'a4', 'a5'].map(ask))
    await heard()
    for (let turn = 0; turn < 4; turn += 1) {
      turns[turn]?.answer()
      await heard()
    }
    expect(asked()).toEqual([['a1'], ['a-very-long-one'], ['a2', 'a3', 'a4'], ['a5']])
    expect((await answers).at(-1)).toBe('A5')
  })

  it('that cannot be answered fail for those of their turn alone', async () => {
    const { ask, turns } = givenLoad()
    const both = Promise.allSettled([ask('a1'), ask('a2')])
    await heard()
    turns[0]?.fail()
    expect((await both).map(({ status }) => status)).toEqual(['rejected', 'rejected'])
    const after = ask('a3')
    await heard()
    turns[1]?.answer()
    expect(await after).toBe('A3')
  })
})
