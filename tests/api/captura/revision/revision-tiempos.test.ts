import { startTestApp, type TestApp } from '../../../support/app.ts'
import { Equipo, givenCapturada, observar, verificar } from '../../../support/actos/captura.ts'
import { send } from '../../../support/actos/envios.ts'
import { moveReloj, type Given } from '../../../support/registro/candidaturas.ts'

interface Tiempo {
  revisiones: number
  mediana: string | null
  p90: string | null
}

let test_: TestApp
let equipo: Equipo
let una: string
let otra: string

const propios = async (token: string) =>
  (await send<{ dias: number; revisiones: number; mediana: string | null }>(test_, ['GET', '/revision/tiempos/propios'], { token })).body
const todos = async () =>
  (
    await send<{ total: Tiempo; dias: (Tiempo & { dia: string })[] }>(test_, ['GET', '/revision/tiempos'], {
      token: await equipo.secretaria(),
    })
  ).body

beforeAll(async () => {
  test_ = await startTestApp({ ahora: '2030-05-02T10:00:00-07:00' })
  equipo = new Equipo(test_)
  una = await equipo.verificacion()
  otra = await equipo.otraVerificacion()
})
afterAll(() => test_.close())

/** Moves the clock, and the reviewer's act is at that hour. */
async function at(local: string, act: () => Promise<unknown>): Promise<void> {
  await moveReloj(test_, `${local}:00-07:00`)
  await act()
}

describe('how long what was sent waits for its review', () => {
  it('is told to nobody before there is a review', async () => {
    expect(await propios(una)).toEqual({ dias: 7, revisiones: 0, mediana: null })
    expect(await todos()).toEqual({ total: { revisiones: 0, mediana: null, p90: null }, dias: [] })
  })

  it('is measured from the sending to the first review, told to each reviewer of her own and to the Secretaría of all', async () => {
    const sent: Given[] = []
    for (let n = 0; n < 3; n += 1) sent.push(await givenCapturada(equipo, {}, 'validada'))
    const [first, second, third] = sent
    if (!first || !second || !third) throw new Error('three were sent')
    await at('2030-05-02T12:00', () => observar(equipo, first))
    await at('2030-05-03T10:00', () => verificar(equipo, second))
    await at('2030-05-03T14:00', () => verificar(equipo, third))
    expect(await propios(una)).toMatchObject({ revisiones: 1, mediana: expect.stringMatching(/^(2 horas|1 hora y 59 minutos)$/) })
    expect(await propios(otra)).toMatchObject({ revisiones: 2, mediana: expect.stringMatching(/^1 día y (1|2) horas?$/) })
    const { total, dias } = await todos()
    expect(total).toMatchObject({ revisiones: 3, mediana: expect.stringMatching(/^(1 día|23 horas y 59 minutos)$/) })
    expect(dias.map(({ dia, revisiones }) => [dia, revisiones])).toEqual([
      ['2030-05-02', 1],
      ['2030-05-03', 2],
    ])
    expect(JSON.stringify(await todos())).not.toMatch(/cuenta|nombre/)
  })

  it('counts a later review of the same sending no more, and leaves out what is older than its days', async () => {
    const again = await givenCapturada(equipo, {}, 'verificada')
    const before = (await todos()).total.revisiones
    await observar(equipo, again)
    expect((await todos()).total.revisiones).toBe(before)
    await moveReloj(test_, '2030-05-12T10:00:00-07:00')
    expect((await propios(una)).revisiones).toBe(0)
    expect((await todos()).dias.map(({ dia }) => dia)).toEqual(['2030-05-02', '2030-05-03'])
  })

  it('of all is read by the Secretaría alone', async () => {
    for (const token of [una, await equipo.captura(), await equipo.validacion()]) {
      expect((await send(test_, ['GET', '/revision/tiempos'], { token })).status).toBe(403)
    }
    expect((await send(test_, ['GET', '/revision/tiempos/propios'], { token: await equipo.secretaria() })).status).toBe(403)
  })
})
