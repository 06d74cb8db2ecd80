/** Visor and consola at separate addresses: every link goes to the one that answers it. */
import { call, mailsTo, startAcceso } from '../../support/acceso.ts'
import type { TestApp } from '../../support/app.ts'
import { givenPareja, invitar, type Pareja } from '../../support/actos/propuestas.ts'

const VISOR = 'https://conoceles.example'
const CONSOLA = 'https://captura.example'
let test_: TestApp
let pareja: Pareja

beforeAll(async () => {
  test_ = await startAcceso({ origen: VISOR, origenConsola: CONSOLA })
  pareja = await givenPareja(test_)
})
afterAll(() => test_.close())

const toVisor = async (url: string) => {
  const { statusCode, headers } = await test_.app.inject({ url })
  return [statusCode, headers.location]
}

it('sends a link of the consola to a page of the visor on to the visor', async () => {
  expect(await toVisor('/acuses/23456-23456-23456')).toEqual([302, `${VISOR}/acuses/23456-23456-23456`])
  expect(await toVisor('/candidaturas/x?desde=consola')).toEqual([302, `${VISOR}/candidaturas/x?desde=consola`])
  expect(await toVisor('//otra.example/x')).toEqual([302, `${VISOR}//otra.example/x`])
  expect(await toVisor('/')).toEqual([302, '/consola/'])
  for (const data of ['/api/v1/publico/proceso', '/api/v1/nada', '/assets/nada.js']) expect(await toVisor(data)).toEqual([404, undefined])
})

it('writes the address of the consola in mails, and takes its cookie from there alone', async () => {
  const correo = 'rosalba@prueba.example'
  const body = { correo, nombre: 'Rosalba Quintanar', rol: 'verificacion' }
  expect((await invitar(test_, pareja, body)).status).toBe(200)
  const [mail] = await mailsTo(test_, correo, 1)
  expect(mail).toContain(`${CONSOLA}/consola/invitacion/`)
  expect(mail).not.toContain(VISOR)
  expect((await call(test_, '/acceso/renovar', { method: 'post', origin: VISOR })).body).toMatchObject({ code: 'acceso.origen_invalido' })
})
