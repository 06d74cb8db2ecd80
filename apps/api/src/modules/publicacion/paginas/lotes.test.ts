import type { Encargo, Respuesta } from '../../../shared/renderizado/renderizador.ts'
import { renderAll } from './lotes.ts'

/** A renderer whose batches are done when the test says so; `said` holds the events, in order. */
function renderizador(name: string, said: string[]) {
  const waiting: (() => void)[] = []
  return {
    alive: true,
    done: () => waiting.shift()?.(),
    get busy() {
      return waiting.length
    },
    render: (encargos: Encargo[]) => {
      said.push(`${name} begins ${encargos[0]?.direccion}`)
      return new Promise<Respuesta['hechas']>((resolve) => {
        waiting.push(() => resolve(encargos.map(({ direccion }) => ({ html: Buffer.from(direccion) }))))
      })
    },
  }
}

const encargosDe = (lote: string) => Promise.resolve([{ direccion: lote, datos: {} }])
const turn = () => new Promise((done) => setImmediate(done))

describe('renderAll', () => {
  it('gives each renderer one batch at a time, the next before the last is handed over, and answers in order', async () => {
    const said: string[] = []
    const [one, other] = [renderizador('one', said), renderizador('other', said)]
    const all = renderAll(['a', 'b', 'c', 'd'], { renderizadores: [one, other], encargosDe })
    const first = all.next()
    await turn()
    expect(said).toEqual(['one begins a', 'other begins b'])
    // The second is done before the first, and waits for it.
    other.done()
    await turn()
    expect(said).toHaveLength(2)
    one.done()
    expect((await first).value).toMatchObject({ lote: 'a' })
    expect(said).toEqual(['one begins a', 'other begins b', 'one begins c'])
    const second = all.next()
    expect((await second).value).toMatchObject({ lote: 'b' })
    expect([said[3], one.busy, other.busy]).toEqual(['other begins d', 1, 1])
    one.done()
    other.done()
    expect([(await all.next()).value, (await all.next()).value]).toMatchObject([
      { lote: 'c', hechas: [{ html: Buffer.from('c') }] },
      { lote: 'd', hechas: [{ html: Buffer.from('d') }] },
    ])
    expect((await all.next()).done).toBe(true)
  })

  const works = { alive: true, render: (encargos: Encargo[]) => Promise.resolve(encargos.map(() => ({ html: Buffer.from('made') }))) }
  const gone = { alive: false, render: () => Promise.reject<Respuesta['hechas']>(new Error('the renderer is gone')) }

  it.each([
    ['leaves the turns of one that is gone to the other: only the batch that it had is lost', [works, gone], 'a c d e'],
    ['loses no more when the other one is the last to be asked', [gone, works], 'b c d e'],
    ['answers for every batch when all are gone', [gone, gone], ''],
  ])('%s', async (_, renderizadores, expected) => {
    const made: string[] = []
    const lost: string[] = []
    for await (const { lote, hechas } of renderAll(['a', 'b', 'c', 'd', 'e'], { renderizadores, encargosDe })) {
      const [hecha = { falla: 'no answer' }] = hechas
      if ('html' in hecha) made.push(lote)
      else lost.push(`${lote}: ${hecha.falla}`)
    }
    expect(made.join(' ')).toBe(expected)
    expect(lost).toEqual(['a', 'b', 'c', 'd', 'e'].filter((lote) => !made.includes(lote)).map((lote) => `${lote}: the renderer is gone`))
  })
})
