import { randomUUID } from 'node:crypto'
import { startTestApp, type TestApp } from '../../support/app.ts'
import { Equipo, givenCapturada, guardar, observar, validar, verCaptura, type Acuse, type Problem } from '../../support/actos/captura.ts'
import { send } from '../../support/actos/envios.ts'
import { packFicticio } from '../../support/proceso-ficticio/index.ts'
import type { Given } from '../../support/registro/candidaturas.ts'

interface Elegida {
  id: string
  version: number
  razones: string[]
}

interface Hecha {
  id: string
  acuse: Acuse | null
  razon: string | null
}

const CORREGIDO = { compromiso: 'Abrir dos talleres de redes, uno en cada orilla, y cuidar el agua del valle entero.' }
const SIN_ABRIR = 'Usted no la ha abierto desde que se validó.'

let test_: TestApp
let equipo: Equipo

beforeAll(async () => {
  test_ = await startTestApp()
  equipo = new Equipo(test_)
})
afterAll(() => test_.close())

const abrir = async (of: Given) => verCaptura(equipo, of, await equipo.otraVerificacion())

async function preview(all: readonly Given[]): Promise<Elegida[]> {
  const { status, body } = await send<{ elementos: Elegida[] }>(test_, ['POST', '/verificaciones/vista-previa'], {
    token: await equipo.otraVerificacion(),
    json: { candidaturas: all.map(({ id }) => id) },
  })
  expect(status).toBe(200)
  return all.map(({ id }) => body.elementos.find((each) => each.id === id)).filter((each) => each !== undefined)
}

async function verificarVarias(elegidas: readonly Elegida[], clave = randomUUID()): Promise<Hecha[]> {
  const { status, body } = await send<{ elementos: Hecha[] }>(test_, ['POST', '/verificaciones'], {
    token: await equipo.otraVerificacion(),
    json: { candidaturas: elegidas.map(({ id, version }) => ({ id, version })) },
    headers: { 'idempotency-key': clave },
  })
  expect(status).toBe(200)
  return body.elementos
}

describe('verifying several candidaturas without observaciones', () => {
  it('takes only what this reviewer opened since it was validated; what another opened does not count', async () => {
    const [abierta, cerrada] = [await givenCapturada(equipo, {}, 'validada'), await givenCapturada(equipo, {}, 'validada')]
    await abrir(abierta)
    await verCaptura(equipo, cerrada, await equipo.verificacion())
    const seen = await preview([abierta, cerrada])
    expect(seen.map(({ razones }) => razones)).toEqual([[], [SIN_ABRIR]])

    const clave = randomUUID()
    const account = await verificarVarias(seen, clave)
    expect(account.map(({ acuse, razon }) => [acuse?.acto, razon])).toEqual([
      ['candidatura.verificada', null],
      [undefined, SIN_ABRIR],
    ])
    expect(await verificarVarias(seen, clave)).toEqual(account)
    expect((await verCaptura(equipo, abierta)).secciones.map(({ estatus }) => estatus)).not.toContain('validada')
  })

  it('asks to open again what was validated again', async () => {
    const of = await givenCapturada(equipo, {}, 'validada')
    await abrir(of)
    await observar(equipo, of)
    const { version } = (await verCaptura(equipo, of)).secciones.find(({ clave }) => clave === 'compromiso') ?? { version: 0 }
    await guardar(equipo, { of, at: 'curricular/compromiso' }, { version, respuestas: CORREGIDO })
    await validar(equipo, of)
    const [again] = await preview([of])
    expect(again?.razones).toContain(SIN_ABRIR)
  })

  it('leaves out one with an open observación, also once it was opened', async () => {
    const of = await givenCapturada(equipo, {}, 'validada')
    await observar(equipo, of)
    const { version } = (await verCaptura(equipo, of)).secciones.find(({ clave }) => clave === 'compromiso') ?? { version: 0 }
    await guardar(equipo, { of, at: 'curricular/compromiso' }, { version, respuestas: CORREGIDO })
    await validar(equipo, of)
    await abrir(of)
    const seen = await preview([of])
    expect(seen[0]?.razones).toEqual(['Tiene una observación abierta: se verifica por separado.'])
    expect((await verificarVarias(seen))[0]).toMatchObject({ acuse: null, razon: seen[0]?.razones[0] })
  })

  it('is refused where the pack does not say that the institute allows it', async () => {
    const { orden, plazoObservacion } = packFicticio.revision
    const strict = await startTestApp({ pack: { ...packFicticio, revision: { orden, plazoObservacion } } })
    try {
      const token = await strict.tokenOf('verificacion')
      for (const path of ['/verificaciones/vista-previa', '/verificaciones']) {
        const json = { candidaturas: [] }
        const { status, body } = await send<Problem>(strict, ['POST', path], { token, json })
        expect([status, body.code, body.detail]).toEqual([
          409,
          'candidatura.acto_no_permitido',
          'El instituto no ha autorizado verificar varias en un solo paso.',
        ])
      }
    } finally {
      await strict.close()
    }
  })
})
