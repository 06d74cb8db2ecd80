import { lineasDe } from './lineas.ts'

const parts = (...texts: string[]) =>
  (async function* () {
    for (const text of texts) yield await Promise.resolve(text)
  })()

async function read(texts: string[], pause = () => Promise.resolve()): Promise<string[]> {
  const found: string[] = []
  for await (const line of lineasDe(parts(...texts), pause)) found.push(line)
  return found
}

describe('the lines of a file that comes in parts', () => {
  it('are whole wherever a part ends, without empty ones and with either end of line', async () => {
    expect(await read(['{"n":', '1}\n{"n":2}\r\n\n{"n"', ':3}'])).toEqual(['{"n":1}', '{"n":2}', '{"n":3}'])
    expect(await read([])).toEqual([])
  })

  it('leave the page a pause every 500', async () => {
    let pauses = 0
    await read(['x\n'.repeat(1_200)], () => Promise.resolve((pauses += 1)).then(() => undefined))
    expect(pauses).toBe(2)
  })

  it('that never end are of another file', async () => {
    await expect(read(['x'.repeat(600_000), 'x'.repeat(600_000)])).rejects.toThrow('no es un extracto')
  })
})
