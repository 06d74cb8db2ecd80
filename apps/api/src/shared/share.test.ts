import { askTogether, shareNext } from './share.ts'

describe('shared work', () => {
  it('runs once for those who wait, and again for whoever asks when it has begun', async () => {
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

  it('goes on after a fault, which only those hear who waited for it', async () => {
    const answers = [Promise.reject(new Error('down')), Promise.resolve('up')]
    const ask = shareNext(() => answers.shift() ?? Promise.resolve('idle'))
    await expect(ask()).rejects.toThrow('down')
    expect(await ask()).toBe('up')
  })
})

describe('questions asked together', () => {
  it('go in one turn while another is on its way, and each gets its own answer', async () => {
    const turns: (readonly number[])[] = []
    const finish: (() => void)[] = []
    const ask = askTogether((asked: readonly number[]) => {
      turns.push(asked)
      return new Promise<number[]>((done) => finish.push(() => done(asked.map((one) => one * 10))))
    })
    const first = ask(1)
    await Promise.resolve()
    const [second, third] = [ask(2), ask(3)]
    finish[0]?.()
    expect(await first).toBe(10)
    await Promise.resolve()
    finish[1]?.()
    expect(await Promise.all([second, third])).toEqual([20, 30])
    expect(turns).toEqual([[1], [2, 3]])
  })

  it('that cannot be answered fail for those of their turn alone', async () => {
    const answers = [Promise.reject(new Error('down')), Promise.resolve(['up'])]
    const ask = askTogether((asked: readonly number[]) => answers.shift() ?? Promise.resolve(asked.map(String)))
    const both = [ask(1), ask(2)]
    for (const one of both) await expect(one).rejects.toThrow('down')
    expect(await ask(3)).toBe('up')
  })
})
