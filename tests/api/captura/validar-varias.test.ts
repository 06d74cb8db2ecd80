import { randomUUID } from 'node:crypto'
import { startTestApp, type TestApp } from '../../support/app.ts'
import {
  capturarTodo,
  Equipo,
  givenCapturada,
  guardar,
  observar,
  verCaptura,
  type Acuse,
  type Problem,
} from '../../support/actos/captura.ts'
import { send } from '../../support/actos/envios.ts'
import { givenCandidatura, must, type Given } from '../../support/registro/candidaturas.ts'
import { publicar } from '../../support/publico.ts'

interface Elegida {
  id: string
  nombre: string
  version: number
  razones: string[]
}

interface Cuenta {
  elementos: { id: string; acuse: Acuse | null; razon: string | null }[]
}

let test_: TestApp
let equipo: Equipo

beforeAll(async () => {
  test_ = await startTestApp()
  equipo = new Equipo(test_)
  await publicar(test_)
})
afterAll(() => test_.close())

async function preview(all: readonly Given[]): Promise<Elegida[]> {
  const json = { candidaturas: all.map(({ id }) => id) }
  const { status, body } = await send<{ elementos: Elegida[] }>(test_, ['POST', '/validaciones/vista-previa'], {
    token: await equipo.validacion(),
    json,
  })
  expect(status).toBe(200)
  return body.elementos
}

async function validarVarias(leidas: readonly { id: string; version: number }[], clave = randomUUID()): Promise<Cuenta['elementos']> {
  const { status, body } = await send<Cuenta & Problem>(test_, ['POST', '/validaciones'], {
    token: await equipo.validacion(),
    json: { candidaturas: leidas.map(({ id, version }) => ({ id, version })) },
    headers: { 'idempotency-key': clave },
  })
  expect(status).toBe(200)
  return body.elementos
}

const entriesOf = ({ id }: Given) =>
  test_.owner.query<{ folio: string }[]>(
    `select contenido::jsonb #>> '{detalle,folio}' as folio from bitacora.acto
     where contenido::jsonb ->> 'acto' = 'candidatura.validada' and contenido::jsonb #>> '{objeto,id}' = $1`,
    [id],
  )

const only = (all: readonly Elegida[], { id }: Given) => all.find((each) => each.id === id)?.razones

describe('validating several candidaturas', () => {
  it('says beforehand which can be validated, and of each other one why not', async () => {
    const completa = await givenCapturada(equipo, {}, 'completa')
    const validada = await givenCapturada(equipo, {}, 'validada')
    const observada = await givenCapturada(equipo, {}, 'validada')
    await observar(equipo, observada)
    const vacia = await givenCandidatura(test_)
    const sinConsentir = await givenCandidatura(test_)
    await capturarTodo(equipo, sinConsentir, { curricular: { oficio: { oficio: 'Pesca' } } })
    const ajena = await givenCapturada(equipo, { actor: 'PFAR', contienda: 'legislatura-sur' }, 'completa')

    const seen = await preview([completa, validada, observada, vacia, sinConsentir, ajena])
    expect(only(seen, completa)).toEqual([])
    expect(only(seen, validada)).toEqual(['Ya se validó y el instituto la está revisando.'])
    expect(only(seen, observada)).toContain('Hay observaciones sin atender.')
    expect(only(seen, vacia)).toContain('Falta completar la sección «Oficio».')
    expect(only(seen, sinConsentir)).toContain('Falta registrar el consentimiento de la persona.')
    expect(only(seen, ajena)).toBeUndefined()
    expect(await entriesOf(completa)).toEqual([])
  })

  it('gives each its own acuse and entry; one that cannot be validated stops no other', async () => {
    const all = [await givenCapturada(equipo, {}, 'completa'), await givenCandidatura(test_), await givenCapturada(equipo, {}, 'completa')]
    const account = await validarVarias(await Promise.all(all.map(leidaOf)))
    expect(account.map(({ id }) => id)).toEqual(all.map(({ id }) => id))
    const [first, missing, last] = account
    expect(missing).toMatchObject({ acuse: null, razon: expect.stringContaining('Falta completar la sección') })
    expect(first?.acuse?.folio).not.toBe(last?.acuse?.folio)
    for (const [place, each] of [first, missing, last].entries()) {
      const entries = await entriesOf(must(all[place]))
      expect(entries).toEqual(each?.acuse ? [{ folio: each.acuse.folio }] : [])
    }
    const { body } = await send<{ valido: boolean }>(test_, ['GET', `/publico/acuses/${first?.acuse?.folio}`])
    expect(body.valido).toBe(true)
  })

  it('repeats with the same key: the same acuses, and nothing validated twice', async () => {
    const [of, vacia] = [await givenCapturada(equipo, {}, 'completa'), await givenCandidatura(test_)]
    const leidas = await Promise.all([of, vacia].map(leidaOf))
    const clave = randomUUID()
    const account = await validarVarias(leidas, clave)
    expect(await validarVarias(leidas, clave)).toEqual(account)
    expect(await entriesOf(of)).toHaveLength(1)
    expect((await verCaptura(equipo, of)).version).toBe((leidas[0]?.version ?? 0) + 1)
  })

  it('does once what two submissions ask for at the same time', async () => {
    const of = await givenCapturada(equipo, {}, 'completa')
    const leida = await leidaOf(of)
    const accounts = await Promise.all([validarVarias([leida, leida]), validarVarias([leida])])
    expect(accounts.flat().filter(({ acuse }) => acuse !== null)).toHaveLength(1)
    expect(await entriesOf(of)).toHaveLength(1)
  })

  it('leaves out what somebody changed since it was read, and what another party answers for', async () => {
    const of = await givenCapturada(equipo, {}, 'completa')
    const leida = await leidaOf(of)
    const { version } = (await verCaptura(equipo, of)).secciones.find(({ clave }) => clave === 'oficio') ?? { version: 0 }
    await guardar(
      equipo,
      { of, at: 'curricular/oficio' },
      { version, respuestas: { oficio: 'Navegación', sitio: 'https://faro.example/dos' } },
    )
    const ajena = await leidaOf(await givenCapturada(equipo, { actor: 'PFAR', contienda: 'legislatura-sur' }, 'completa'))
    const account = await validarVarias([leida, ajena])
    expect(account.map(({ razon }) => razon)).toEqual([
      'La candidatura cambió mientras usted la revisaba. Vuelva a cargarla.',
      'No existe o no está a su alcance.',
    ])
  })

  it('tells of one whose stored answers cannot be read, and validates the others', async () => {
    const [broken, sound] = [await givenCapturada(equipo, {}, 'completa'), await givenCapturada(equipo, {}, 'completa')]
    const leidas = await Promise.all([broken, sound].map(leidaOf))
    await test_.owner.query(`update identidad.respuesta set cifrada = '\\x00' where candidatura_id = $1`, [broken.id])
    const failed = 'Falló el sistema. Vuelva a intentarlo con esta candidatura.'
    const seen = await preview([broken, sound])
    expect([only(seen, broken), only(seen, sound)]).toEqual([[failed], []])
    const account = await validarVarias(leidas)
    expect(account.map(({ acuse, razon }) => [acuse !== null, razon])).toEqual([
      [false, failed],
      [true, null],
    ])
  })
})

async function leidaOf(of: Given): Promise<{ id: string; version: number }> {
  return { id: of.id, version: (await verCaptura(equipo, of)).version }
}
