import { shareNext } from './share.ts'

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
