import { startTestApp, type TestApp } from '../../support/app.ts'
import { acto, Equipo, givenCapturada, OBSERVACION, observar, verCaptura, type Problem } from '../../support/actos/captura.ts'
import { send, type Answer } from '../../support/actos/envios.ts'
import { sql } from '../../support/registro/candidaturas.ts'
import { vista } from '../../support/actos/revision.ts'

interface Supuesto {
  clave: string
  objeto: string
  hallazgo: string | null
  comoSubsanar: string | null
  subsanable: boolean
  fundamento: { articulo: string | null; confianza: string } | null
}

let test_: TestApp
let equipo: Equipo

beforeAll(async () => {
  test_ = await startTestApp({ ahora: '2030-05-02T10:00:00-07:00' })
  equipo = new Equipo(test_)
})
afterAll(() => test_.close())

const FOTO = { objeto: 'fotografia', supuesto: 'foto_oscura', texto: 'El rostro no se ve con claridad.' }
const catalogo = async (token: string) =>
  (await send<{ elementos: Supuesto[]; venceEn: string }>(test_, ['GET', '/supuestos'], { token })).body
const intentar = async (what: object) =>
  (await acto(
    equipo,
    { of: await givenCapturada(equipo, {}, 'validada'), hacer: 'observaciones' },
    { ...OBSERVACION, ...what },
  )) as Answer<Problem>

describe('the catalogue of grounds', () => {
  it('says to the institute of each what it is for, its texts and its article, and until when it could be attended', async () => {
    const { elementos, venceEn } = await catalogo(await equipo.verificacion())
    expect(elementos.map(({ clave, objeto, subsanable }) => [clave, objeto, subsanable])).toEqual([
      ['ilegible', 'seccion', true],
      ['ajeno', 'general', true],
      ['foto_oscura', 'fotografia', true],
      ['formato_roto', 'consentimiento', true],
      ['tarde', 'general', false],
    ])
    expect(elementos[1]).toMatchObject({
      hallazgo: 'Habla de otra persona, o la muestra.',
      comoSubsanar: 'Quite lo que es de otra persona.',
      fundamento: { articulo: 'Artículo 99, que nadie confirmó', confianza: 'por_confirmar' },
    })
    // Two working days from a Thursday.
    expect(venceEn).toBe('2030-05-07T06:59:59Z')
  })

  it('tells a party of no article', async () => {
    const { elementos } = await catalogo(await equipo.captura())
    expect(elementos.map(({ fundamento }) => fundamento)).toEqual(Array(5).fill(null))
  })
})

describe('an observación', () => {
  it.each<[string, object, string]>([
    [
      'of a section by a ground of the photograph',
      { supuesto: 'foto_oscura' },
      'El supuesto «La fotografía no deja ver el rostro» no es para una sección.',
    ],
    [
      'of a section by a ground of the signed form',
      { supuesto: 'formato_roto' },
      'El supuesto «El formato no se lee» no es para una sección.',
    ],
    [
      'of the photograph by a ground of a section',
      { ...FOTO, supuesto: 'ilegible' },
      'El supuesto «No se entiende lo que dice» no es para la fotografía.',
    ],
    [
      'of the photograph in an identity section',
      { ...FOTO, cuestionario: 'identidad', seccion: 'islas' },
      'La fotografía se observa en una sección del cuestionario curricular.',
    ],
    ['by a ground of its own', { supuesto: 'otra' }, 'El supuesto no está en la lista.'],
  ])('%s is refused', async (_title, what, razon) => {
    const { status, body } = await intentar(what)
    expect([status, body.code]).toEqual([409, 'candidatura.acto_no_permitido'])
    expect(body.detail).toContain(razon)
  })

  it('without a ground is no request at all', async () => {
    const { status, body } = await intentar({ supuesto: undefined })
    expect([status, body.code]).toEqual([400, 'entrada.invalida'])
  })

  it('of the photograph returns its section and says so, with how it is mended', async () => {
    const of = await givenCapturada(equipo, {}, 'validada')
    await observar(equipo, of, FOTO)
    const { observaciones, estatus } = await vista(equipo, of)
    expect(estatus).toBe('observada')
    expect(observaciones).toMatchObject([
      { objeto: 'fotografia', comoSubsanar: 'Entregue una fotografía con luz de frente.', subsanable: true, fundamento: null },
    ])
  })

  it('prints its article once it is confirmed and not before, and one that cannot be mended says so', async () => {
    const of = await givenCapturada(equipo, {}, 'validada')
    await observar(equipo, of)
    await observar(equipo, of, { supuesto: 'ajeno', texto: 'La última frase habla de otra persona.' })
    await observar(equipo, of, { supuesto: 'tarde', texto: 'Se recibió el último día, de noche.' })
    expect((await vista(equipo, of, await equipo.captura())).observaciones).toMatchObject([
      { supuesto: 'ilegible', fundamento: 'Artículo 7 de la Ley del Valle', subsanable: true },
      { supuesto: 'ajeno', fundamento: null, comoSubsanar: 'Quite lo que es de otra persona.' },
      { supuesto: 'tarde', fundamento: null, comoSubsanar: null, subsanable: false },
    ])
  })

  it('from before there was a catalogue stays readable', async () => {
    const of = await givenCapturada(equipo, {}, 'validada')
    await observar(equipo, of)
    await sql(test_, `update captura.observacion set supuesto = 'de_antes' where candidatura_id = $1`, [of.id])
    const [seccion] = (await verCaptura(equipo, of)).secciones.filter(({ observaciones }) => observaciones.length > 0)
    expect(seccion?.observaciones).toMatchObject([
      { supuesto: 'de_antes', supuestoTexto: 'de_antes', comoSubsanar: null, fundamento: null, texto: OBSERVACION.texto },
    ])
  })
})
