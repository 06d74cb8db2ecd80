import { startTestApp, type TestApp } from '../../support/app.ts'
import { bloquear } from '../../support/actos/conclusion.ts'
import { send } from '../../support/actos/envios.ts'
import { actOn, csvOf, handIn, upload, type Importacion } from '../../support/registro/listas.ts'

let test_: TestApp
let token: string

beforeAll(async () => {
  test_ = await startTestApp()
  token = await test_.tokenOf('secretaria')
})
afterAll(() => test_.close())

const read = async (id: string) =>
  (await send<Importacion & { datosBloqueados: boolean }>(test_, ['GET', `/importaciones/${id}`], { token })).body

it('from the legal block on no list is received and nothing is done with those that were, and it says why', async () => {
  const confirmada = (await upload(test_, token, csvOf([{ clave: 'a-P' }]))).body.id
  await actOn(test_, token, [confirmada, 'confirmar'])
  await test_.services.importador.trabajar()
  const propuesta = (await upload(test_, token, csvOf([{ clave: 'b-P', numero: '2' }]))).body.id
  const leida = (await handIn(test_, token, csvOf([{ clave: 'c-P', numero: '3' }]))).body.id
  expect(await read(confirmada)).toMatchObject({ estatus: 'confirmada', puedeDeshacer: true, datosBloqueados: false })
  await bloquear(test_)
  const answers = [
    await handIn(test_, token, csvOf([{ clave: 'd-P', numero: '4' }])),
    await actOn(test_, token, [propuesta, 'columnas'], { columnas: {} }),
    await actOn(test_, token, [propuesta, 'confirmar']),
    await actOn(test_, token, [propuesta, 'descartar']),
    await actOn(test_, token, [confirmada, 'deshacer']),
  ]
  expect(answers.map(({ status, body }) => [status, (body as unknown as { code: string }).code])).toEqual(
    answers.map(() => [409, 'datos.bloqueados']),
  )
  const razonesDeshacer = ['El proceso concluyó y sus datos están bloqueados por ley.']
  expect(await read(confirmada)).toMatchObject({ puedeDeshacer: false, razonesDeshacer, datosBloqueados: true })
  expect((await send<object>(test_, ['GET', '/importaciones'], { token })).body).toMatchObject({ total: 3, datosBloqueados: true })
  await test_.services.importador.trabajar()
  expect(await read(leida)).toMatchObject({ estatus: 'fallida', falla: expect.stringContaining('bloqueados por ley') })
  expect(await read(propuesta)).toMatchObject({ estatus: 'propuesta' })
})
