import { startTestApp, type TestApp } from '../../../support/app.ts'
import { moveReloj, sql, type Given } from '../../../support/registro/candidaturas.ts'
import { Equipo, givenCapturada, guardar, observar, RESPUESTAS, validar, verCaptura, verificar } from '../../../support/actos/captura.ts'
import { send } from '../../../support/actos/envios.ts'
import { encolar, pagina, publicar } from '../../../support/publico.ts'
import { AT, cola, LUGAR, ok, pedir, resolver, solicitar, vista } from '../../../support/actos/revision.ts'

const NOW = '2030-05-02T10:00:00-07:00'
const AFTER = '2030-07-05T10:00:00-07:00'
const OLD = RESPUESTAS.curricular.compromiso
const NEW = { compromiso: 'Abrir dos talleres de redes, uno en cada orilla, y cuidar el agua del valle entero.' }

let test_: TestApp
let equipo: Equipo

beforeAll(async () => {
  test_ = await startTestApp({ ahora: NOW })
  equipo = new Equipo(test_)
})
afterAll(() => test_.close())

const shown = async (of: Given) => {
  await publicar(test_)
  const seccion = (await pagina(test_, of)).body.secciones.find(({ clave }) => clave === LUGAR.seccion)
  return [seccion?.estatus, seccion?.campos[0]?.valor]
}
const estatusOf = async (of: Given) =>
  (await sql<{ e: string }>(test_, 'select estatus_captura as e from captura.candidatura where id = $1', [of.id]))[0]?.e

describe('a correction asked for after publication', () => {
  it('accepted opens that section and nothing else; what is published stays until the new text was verified', async () => {
    const of = await givenCapturada(equipo)
    await encolar(test_, of)
    ok(await solicitar(equipo, of))
    expect((await cola(test_, await equipo.verificacion())).elementos.find(({ id }) => id === of.id)).toMatchObject({
      motivo: 'resolver_correccion',
    })
    ok(await resolver(equipo, of, { aceptada: true }))
    expect([await estatusOf(of), (await vista(equipo, of)).estatus]).toEqual(['en_correccion', 'en_correccion'])
    expect(await shown(of)).toEqual(['publicada', OLD.compromiso])

    const other = await guardar(equipo, { of, at: 'curricular/oficio' }, { version: 1, respuestas: { oficio: 'Otro' } })
    expect(other.body).toMatchObject({
      code: 'captura.cerrada',
      detail: expect.stringContaining('no está observada ni abierta a corrección'),
    })
    const photo = await send(test_, ['DELETE', `/candidaturas/${of.id}/fotografia`], { token: await equipo.captura() })
    expect(photo.body).toMatchObject({ code: 'captura.cerrada', detail: 'Sólo se aceptó corregir una sección: la fotografía no cambia.' })

    for (const respuestas of [{}, NEW]) {
      const { version } = await vista(equipo, of)
      expect((await guardar(equipo, { of, at: AT }, { version, respuestas })).status).toBe(200)
      expect(await shown(of)).toEqual(['publicada', OLD.compromiso])
    }
    await validar(equipo, of)
    expect(await shown(of)).toEqual(['publicada', OLD.compromiso])
    expect(await vista(equipo, of, await equipo.verificacion())).toMatchObject({ respuestas: NEW, verificadas: OLD })
    await verificar(equipo, of)
    expect(await shown(of)).toEqual(['publicada', NEW.compromiso])
    expect((await vista(equipo, of)).solicitud?.resolucion).toMatchObject({ aceptada: true, razon: 'Es una errata.' })
  })

  it('refused says why and changes nothing; it may be asked for again', async () => {
    const of = await givenCapturada(equipo)
    ok(await solicitar(equipo, of))
    ok(await resolver(equipo, of, { aceptada: false, razon: 'No es una errata.' }))
    expect(await vista(equipo, of)).toMatchObject({
      estatus: 'verificada',
      editable: false,
      solicitud: { resolucion: { aceptada: false, razon: 'No es una errata.' } },
    })
    expect((await resolver(equipo, of, { aceptada: true })).body.detail).toBe('No hay una solicitud de corrección en espera.')
    expect((await solicitar(equipo, of)).status).toBe(200)
  })

  it('is not asked for of what was never published, nor twice, nor beside an observación', async () => {
    const never = await givenCapturada(equipo, {}, 'validada')
    expect((await solicitar(equipo, never)).body.detail).toContain('Esta sección todavía no se publica.')
    const of = await givenCapturada(equipo)
    ok(await solicitar(equipo, of))
    expect((await solicitar(equipo, of)).body.detail).toBe('Ya hay una solicitud en espera de respuesta.')
    const observed = await givenCapturada(equipo)
    await observar(equipo, observed)
    expect((await solicitar(equipo, observed)).body.detail).toBe('Tiene una observación abierta: corríjala o respóndala por esa vía.')
  })

  it('after the captura closed is accepted only when the institute says that it knows', async () => {
    const of = await givenCapturada(equipo)
    await moveReloj(test_, AFTER)
    ok(await solicitar(equipo, of))
    const { body } = await resolver(equipo, of, { aceptada: true })
    expect(body.detail).toBe(
      'La captura cerró el 3 de julio de 2030: para aceptar la corrección hay que decir que se acepta después del cierre.',
    )
    const reviewer = await equipo.verificacion()
    expect((await vista(equipo, of, reviewer)).solicitud).toMatchObject({ pideTrasCierre: true })
    ok(await resolver(equipo, of, { aceptada: true, trasCierre: true }))
    expect((await guardar(equipo, { of, at: AT }, { version: 1, respuestas: NEW })).status).toBe(200)
    await validar(equipo, of)
    await verificar(equipo, of)
    await moveReloj(test_, NOW)
    expect(await vista(equipo, of)).toMatchObject({
      estatus: 'verificada',
      verificadas: NEW,
      solicitud: { resolucion: { trasCierre: true } },
    })
  })

  it('twice at once is one', async () => {
    const of = await givenCapturada(equipo)
    const { version } = await verCaptura(equipo, of)
    const json = { ...LUGAR, razon: 'Hay una errata en la segunda frase.', version }
    const token = await equipo.validacion()
    const answers = await Promise.all([1, 2].map(() => pedir(equipo, { of, path: 'correcciones', token }, json)))
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409])
  })

  it('is asked for by its own actor político and resolved by the institute', async () => {
    const of = await givenCapturada(equipo)
    const asked = { ...LUGAR, razon: 'Hay una errata en la segunda frase.' }
    expect((await pedir(equipo, { of, path: 'correcciones', token: await equipo.validacion('PFAR') }, asked)).status).toBe(404)
    expect((await pedir(equipo, { of, path: 'correcciones', token: await equipo.verificacion() }, asked)).status).toBe(403)
    ok(await solicitar(equipo, of))
    const { solicitud } = await vista(equipo, of)
    const json = { aceptada: true, razon: 'Nos la aceptamos.', trasCierre: true }
    const own = await pedir(equipo, { of, path: `correcciones/${solicitud?.id ?? ''}/resolucion`, token: await equipo.validacion() }, json)
    expect(own.status).toBe(403)
  })
})
