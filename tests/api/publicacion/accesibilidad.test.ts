import { startTestApp, type TestApp } from '../../support/app.ts'
import { givenCandidatura, must } from '../../support/registro/candidaturas.ts'
import { decode } from '../../support/mundos/contrato.ts'
import { send } from '../../support/actos/envios.ts'
import { packFicticio } from '../../support/proceso-ficticio/pack.ts'
import { encolar, leer, publicar } from '../../support/publico.ts'
import { CON_PAGINAS } from '../../support/browser/visor.ts'

const REVISION = { revisada: '2030-03-14', fuente: 'Inventado para las pruebas', confianza: 'por_confirmar' } as const

let t: TestApp

beforeAll(async () => {
  t = await startTestApp({
    pack: { ...packFicticio, consulta: { ...packFicticio.consulta, accesibilidad: REVISION } },
    config: CON_PAGINAS,
  })
  await givenCandidatura(t, { contienda: 'alcaldia-m1' })
  await publicar(t)
})
afterAll(() => t.close())

async function dicho(): Promise<[string | null, string | undefined]> {
  const { headers, rawPayload } = await t.app.inject({ url: '/accesibilidad' })
  const html = decode({ headers, body: rawPayload }).toString('utf8')
  return [(await leer<{ accesibilidad: string | null }>(t, 'proceso')).body.accesibilidad, /Revisamos esta página el [^<]*/.exec(html)?.[0]]
}

it('the day of the review of accessibility is told to citizens only once the institute confirmed it', async () => {
  expect(await dicho()).toEqual([null, undefined])
  const token = await t.tokenOf('secretaria')
  const { elementos } = (await send<{ elementos: { clave: string; huella: string }[] }>(t, ['GET', '/confirmaciones'], { token })).body
  const { clave, huella } = must(elementos.find((each) => each.clave === 'consulta.accesibilidad'))
  const json = { clave, huella, documento: 'Acta de revisión 3/2030', fecha: '2030-03-15' }
  for (const persona of [token, await t.tokenOf('secretaria')]) {
    expect((await send(t, ['POST', '/confirmaciones'], { token: persona, json })).status).toBe(201)
  }
  // It reaches citizens with the next corte, which something has to bring.
  await encolar(t, await givenCandidatura(t, { contienda: 'alcaldia-m2' }))
  await publicar(t)
  expect(await dicho()).toEqual(['2030-03-14', 'Revisamos esta página el jueves 14 de marzo de 2030.'])
})
