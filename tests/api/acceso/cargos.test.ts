import { startTestApp, type TestApp } from '../../support/app.ts'
import { givenAcuerdo } from '../../support/registro/cambios.ts'
import { moveReloj, must, sql } from '../../support/registro/candidaturas.ts'
import { Equipo } from '../../support/actos/captura.ts'
import { send } from '../../support/actos/envios.ts'

interface Acto {
  palabras: { acto: string; quien: { nombre: string; cargo: string }; detalle: { termino: string; texto: string }[] }
}

const TITULAR = 'Titular de la Secretaría Ejecutiva'
let test_: TestApp
let equipo: Equipo
let administracion: string
let auditoria: string
let id: string

beforeAll(async () => {
  test_ = await startTestApp({ ahora: '2030-05-02T10:00:00-07:00' })
  equipo = new Equipo(test_)
  administracion = await test_.tokenOf('administracion')
  auditoria = await test_.tokenOf('auditoria')
  await equipo.secretaria()
  id = await idOf('secretaria')
})
afterAll(() => test_.close())

const idOf = async (rol: string) => must((await sql<{ id: string }>(test_, 'select id from acceso.cuenta where rol = $1', [rol]))[0]).id
const put = (cargo: string | null, { token = administracion, of = id } = {}) =>
  send<{ detail: string }>(test_, ['PUT', `/acceso/cuentas/${of}/cargo`], { token, json: { cargo } })
/** Charge under which each acuerdo was registered, the oldest first. */
const cargos = async () =>
  (await send<{ elementos: Acto[] }>(test_, ['GET', '/bitacora?acto=acuerdo.registrado'], { token: auditoria })).body.elementos
    .map(({ palabras }) => palabras.quien.cargo)
    .reverse()

describe('the charge of an account of the institute', () => {
  it('stands beside the acts that it does from then on, and the earlier ones keep theirs', async () => {
    await givenAcuerdo(equipo)
    await moveReloj(test_, '2030-05-03T10:00:00-07:00')
    expect((await put(` ${TITULAR.replace(' ', '  ')} `)).status).toBe(204)
    await givenAcuerdo(equipo)
    await moveReloj(test_, '2030-05-04T10:00:00-07:00')
    expect((await put(null)).status).toBe(204)
    await givenAcuerdo(equipo)
    expect(await cargos()).toEqual(['Secretaría', TITULAR, 'Secretaría'])
  })

  it('is told to its holder, who reads it before she signs, and in the list of accounts', async () => {
    await put(TITULAR)
    const token = await equipo.secretaria()
    expect((await send<{ cargo: string }>(test_, ['GET', '/acceso/yo'], { token })).body.cargo).toBe(TITULAR)
    const { body } = await send<{ elementos: { id: string; cargo: string | null }[] }>(test_, ['GET', '/acceso/cuentas'], { token })
    expect(body.elementos.map(({ cargo }) => cargo).filter(Boolean)).toEqual([TITULAR])
  })

  it('is an act of the administración, told in the bitácora once for each change', async () => {
    const { body } = await send<{ elementos: Acto[] }>(test_, ['GET', '/bitacora?acto=cuenta.cargo_registrado'], { token: auditoria })
    const before = body.elementos.length
    expect(JSON.stringify(body.elementos[0]?.palabras)).toContain(TITULAR)
    expect((await put(TITULAR)).status).toBe(204)
    const again = await send<{ elementos: Acto[] }>(test_, ['GET', '/bitacora?acto=cuenta.cargo_registrado'], { token: auditoria })
    expect([before, again.body.elementos.length]).toEqual([3, 3])
    expect((await put(TITULAR, { token: await equipo.secretaria() })).status).toBe(403)
  })

  it('is of the institute: an account of a party has none, and none is of two letters', async () => {
    await equipo.captura()
    const refused = await put(TITULAR, { of: await idOf('captura') })
    expect([refused.status, refused.body.detail]).toEqual([409, 'Sólo llevan cargo las cuentas del instituto.'])
    expect((await put('SE')).status).toBe(400)
    expect((await put(TITULAR, { of: '6f1c0f7e-6f0a-4c0e-9a57-0d4f2a1b9c11' })).status).toBe(404)
  })
})
