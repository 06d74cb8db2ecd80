import { startTestApp, type TestApp } from '../../../support/app.ts'
import { moveReloj, must, sql, type Given } from '../../../support/registro/candidaturas.ts'
import { Equipo, givenCapturada, observar, RESPUESTAS } from '../../../support/actos/captura.ts'
import { send } from '../../../support/actos/envios.ts'
import { leer, pagina, publicar } from '../../../support/publico.ts'
import { cerrar, ok, pausar, pedir, vista } from '../../../support/actos/revision.ts'

const NOW = '2030-05-02T10:00:00-07:00'
const TEXT = RESPUESTAS.curricular.compromiso.compromiso

let test_: TestApp
let equipo: Equipo

beforeAll(async () => {
  test_ = await startTestApp({ ahora: NOW })
  equipo = new Equipo(test_)
  await publicar(test_)
})
afterAll(() => test_.close())
afterEach(() => moveReloj(test_, NOW))

const compromiso = async (of: Given) => must((await pagina(test_, of)).body.secciones.find(({ clave }) => clave === 'compromiso'))
const given = async () => {
  const of = await givenCapturada(equipo)
  await publicar(test_)
  expect((await compromiso(of)).estatus).toBe('publicada')
  return of
}

describe('a published section that is paused', () => {
  it('leaves its place to a sober notice with its reason and its end, and the others stay', async () => {
    const of = await given()
    ok(await pausar(equipo, of, { hasta: '2030-05-06' }))
    await publicar(test_)
    const { body, text } = await pagina(test_, of)
    expect(body.secciones.map(({ estatus }) => estatus)).toEqual(['publicada', 'pausada'])
    expect(await compromiso(of)).toMatchObject({
      verificadaEn: null,
      pausa: { motivo: 'Se revisa si habla de otra persona', hasta: '2030-05-06' },
      campos: [{ valor: null, blanco: 'pausada' }],
    })
    expect(text).not.toContain(TEXT)
    expect(text).not.toContain('queja')
  })

  it('returns by itself when its last day is over, and not a second before', async () => {
    const of = await given()
    ok(await pausar(equipo, of, { hasta: '2030-05-06' }))
    await publicar(test_)
    await moveReloj(test_, '2030-05-06T23:59:58-07:00')
    expect(await publicar(test_)).toBeNull()
    expect((await compromiso(of)).estatus).toBe('pausada')
    await moveReloj(test_, '2030-05-07T00:00:00-07:00')
    await publicar(test_)
    expect(await compromiso(of)).toMatchObject({ estatus: 'publicada', pausa: null, campos: [{ valor: TEXT }] })
    expect(await publicar(test_)).toBeNull()
    const { body } = await send<{ historial: { acto: string; cuando: string }[] }>(test_, ['GET', `/candidaturas/${of.id}`], {
      token: await equipo.validacion(),
    })
    expect(body.historial.slice(-2)).toMatchObject([{ acto: 'pausada' }, { acto: 'reanudada', cuando: '2030-05-07T07:00:00.000Z' }])
    expect((await pausar(equipo, of)).status).toBe(200)
  })

  it('returns by decision, with its reason', async () => {
    const of = await given()
    ok(await pausar(equipo, of))
    await publicar(test_)
    const { pausa } = await vista(equipo, of)
    const path = `pausas/${pausa?.id ?? ''}/fin`
    ok(await pedir(equipo, { of, path, token: await equipo.otraVerificacion() }, { razon: 'La queja no procede.' }))
    await publicar(test_)
    expect((await compromiso(of)).estatus).toBe('publicada')
    const again = await pedir(equipo, { of, path, token: await equipo.verificacion() }, { razon: 'La queja no procede.' })
    expect(again.body.detail).toBe('Esta sección no está pausada.')
  })

  it('stays out of sight while it is observed, whichever ends first', async () => {
    const of = await given()
    ok(await pausar(equipo, of, { hasta: '2030-05-02' }))
    await observar(equipo, of)
    await publicar(test_)
    expect((await compromiso(of)).estatus).toBe('pausada')
    await moveReloj(test_, '2030-05-03T00:00:00-07:00')
    await publicar(test_)
    expect((await compromiso(of)).estatus).toBe('observada')
    ok(await cerrar(equipo, { of, token: await equipo.otraVerificacion(), desenlace: 'retirada' }))
    await publicar(test_)
    expect((await compromiso(of)).estatus).toBe('publicada')
  })

  it('keeps what was public on a day in the archive of the institute, and answers it to nobody', async () => {
    const of = await given()
    const sha = String((await pagina(test_, of)).headers.etag).slice(1, 65)
    ok(await pausar(equipo, of))
    await publicar(test_)
    expect((await leer(test_, `recursos/${sha}`)).status).toBe(404)
    const [kept] = await sql<{ contenido: Buffer }>(test_, 'select contenido from captura.recurso_retirado where sha256 = $1', [sha])
    expect(kept?.contenido.toString()).toContain(TEXT)
  })

  it.each<[string, Record<string, unknown>, number, string]>([
    ['an end that is over', { hasta: '2030-05-01' }, 409, 'El último día de la pausa no puede ser anterior a hoy.'],
    ['a ground that is not on the list', { supuesto: 'no_me_gusta' }, 409, 'El supuesto no está en la lista.'],
    ['an identity section', { cuestionario: 'identidad', seccion: 'islas' }, 409, 'Las respuestas de identidad no se publican.'],
    ['a section that does not exist', { seccion: 'sueldos' }, 404, ''],
    ['no reason', { motivo: '' }, 400, ''],
  ])('is refused with %s', async (_title, wrong, status, detail) => {
    const of = await given()
    const answer = await pausar(equipo, of, wrong)
    expect(answer.status).toBe(status)
    if (detail) expect(answer.body.detail).toContain(detail)
  })

  it('is refused where nothing is published, a second time, and to a role that does not review', async () => {
    const never = await givenCapturada(equipo, {}, 'validada')
    expect((await pausar(equipo, never)).body.detail).toBe('Esta sección todavía no se publica.')
    const of = await given()
    ok(await pausar(equipo, of))
    expect((await pausar(equipo, of)).body.detail).toBe('Esta sección ya está pausada.')
    const json = { cuestionario: 'curricular', seccion: 'oficio', supuesto: 'ajeno', motivo: 'Por si acaso, se pausa.', hasta: null }
    for (const token of [await equipo.validacion(), await equipo.secretaria()]) {
      expect((await pedir(equipo, { of, path: 'pausas', token }, json)).status).toBe(403)
    }
  })
})
