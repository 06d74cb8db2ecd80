import { startTestApp, type TestApp } from '../../support/app.ts'
import { givenCandidatura, must, sql, type Given } from '../../support/registro/candidaturas.ts'
import { acto, capturarTodo, consentir, Equipo, OBSERVACION, validar } from '../../support/actos/captura.ts'
import { bloquear } from '../../support/actos/conclusion.ts'
import { send } from '../../support/actos/envios.ts'

let test_: TestApp
let equipo: Equipo
let ella: Given

beforeAll(async () => {
  test_ = await startTestApp()
  equipo = new Equipo(test_)
  ella = await givenCandidatura(test_)
  await consentir(equipo, ella)
  await capturarTodo(equipo, ella)
  await validar(equipo, ella)
})
afterAll(() => test_.close())

const total = async (token: string) => (await send<{ total: number }>(test_, ['GET', '/revision/cola'], { token })).body.total
const deberes = async (token: string) =>
  (await send<{ elementos: { clave: string }[] }>(test_, ['GET', '/pendientes'], { token })).body.elementos.map(({ clave }) => clave)

it('the legal block leaves nothing to do to reviewers, and takes no act on what nobody can read', async () => {
  const [reviewer, secretaria] = [await equipo.verificacion(), await equipo.secretaria()]
  expect([await total(reviewer), await deberes(reviewer)]).toEqual([1, ['verificar']])
  expect(await deberes(secretaria)).toContain('entregar')
  await bloquear(test_)
  expect(await deberes(reviewer)).toEqual([])
  expect(await deberes(secretaria)).toEqual(['plazos_vencidos', 'plazos_por_vencer'])
  const version = must((await sql<{ v: number }>(test_, 'select version as v from captura.candidatura where id = $1', [ella.id]))[0]).v
  const verificar = await acto(equipo, { of: ella, hacer: 'verificar', token: reviewer }, { version })
  const observar = await acto(equipo, { of: ella, hacer: 'observaciones', token: reviewer }, { ...OBSERVACION, version })
  const lectura = ['POST', `/candidaturas/${ella.id}/identidad/lectura`] as const
  const leer = await send<{ code: string }>(test_, [...lectura], { token: reviewer, json: { motivo: 'revision' } })
  const recordar = await Promise.all(
    ['/recordatorios/captura/vista-previa', '/recordatorios/captura'].map((path) =>
      send<{ code: string }>(test_, ['POST', path], { token: secretaria, json: { filtro: {} } }),
    ),
  )
  for (const { status, body } of [verificar, observar, leer, ...recordar]) expect([status, body.code]).toEqual([409, 'datos.bloqueados'])
})

it('and says that it is blocked, to the institute and to parties alike, wherever there would be nothing to see', async () => {
  const [reviewer, party] = [await equipo.verificacion(), await equipo.validacion('PRIO')]
  const unidad = await test_.tokenOf('transparencia')
  const asked: [token: string, path: string][] = [
    [reviewer, '/revision/cola'],
    [reviewer, `/candidaturas/${ella.id}/captura`],
    [reviewer, `/candidaturas/${ella.id}/consentimiento`],
    [unidad, `/candidaturas/${ella.id}/consentimiento`],
    [party, `/candidaturas/${ella.id}/captura`],
    [party, '/candidaturas'],
    [party, '/tablero'],
  ]
  for (const [token, path] of asked) {
    const { status, body } = await send<{ code: string }>(test_, ['GET', path], { token })
    expect([path, status, body.code]).toEqual([path, 409, 'datos.bloqueados'])
  }
  for (const [token, total] of [
    [reviewer, 1],
    [party, 0],
  ] as const) {
    const { body } = await send<object>(test_, ['GET', '/candidaturas/resumen'], { token })
    expect(body).toMatchObject({ total, venceEn: null, datosBloqueados: true })
  }
})
