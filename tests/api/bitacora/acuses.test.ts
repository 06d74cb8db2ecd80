import { createHash, createPublicKey, verify } from 'node:crypto'
import { canonical } from '../../../apps/api/src/shared/criptografia/canonical.ts'
import { startTestApp, type TestApp } from '../../support/app.ts'
import { givenCandidatura, sql } from '../../support/registro/candidaturas.ts'
import { capturarTodo, consentir, Equipo, guardar, validar, verificar, type Acuse, type Problem } from '../../support/actos/captura.ts'
import { send } from '../../support/actos/envios.ts'
import { publicar } from '../../support/publico.ts'

const COMPROMISO = 'curricular/compromiso'
const CORREGIDO = { compromiso: 'Abrir dos talleres de redes, uno en cada orilla, y cuidar el agua del valle entero.' }

let test_: TestApp
let equipo: Equipo

beforeAll(async () => {
  test_ = await startTestApp()
  equipo = new Equipo(test_)
  await publicar(test_)
})
afterAll(() => test_.close())

describe('an acuse', () => {
  const check = (folio: string) => send<Acuse & { llave: string; valido: boolean } & Problem>(test_, ['GET', `/publico/acuses/${folio}`])

  it('can be checked by anybody for every act, without its content', async () => {
    const of = await givenCandidatura(test_)
    await consentir(equipo, of)
    await capturarTodo(equipo, of)
    const { body: own } = await guardar(equipo, { of, at: COMPROMISO }, { version: 1, respuestas: CORREGIDO })
    for (const acuse of [own.acuse, (await validar(equipo, of)).body, (await verificar(equipo, of)).body]) {
      const { folio, acto: what, sha256, recibidoEn, firma } = acuse
      const { status, body } = await check(folio)
      expect(status).toBe(200)
      expect(body).toEqual({ folio, acto: what, sha256, recibidoEn, firma, llave: expect.any(String), valido: true })
    }
  })

  it('proves with its salt what was received, and the signature is of the published key', async () => {
    const of = await givenCandidatura(test_)
    const { body } = await guardar(equipo, { of, at: COMPROMISO }, { respuestas: CORREGIDO })
    const { folio, acto: what, sha256, sal, recibidoEn, firma } = body.acuse
    const received = { candidatura: of.id, cuestionario: 'curricular', seccion: 'compromiso', version: 1, respuestas: CORREGIDO }
    expect(
      createHash('sha256')
        .update(sal + canonical(received))
        .digest('hex'),
    ).toBe(sha256)
    const { llave } = (await check(folio)).body
    const { body: llaves } = await send<{ elementos: { id: string; llave: string }[] }>(test_, ['GET', '/publico/llaves'])
    const spki = llaves.elementos.find(({ id }) => id === llave)?.llave ?? ''
    const key = createPublicKey({ key: Buffer.from(spki, 'base64'), format: 'der', type: 'spki' })
    const signed = Buffer.from(canonical({ folio, acto: what, sha256, recibidoEn }))
    expect(verify(null, signed, key, Buffer.from(firma, 'base64'))).toBe(true)
  })

  it.each<[string, string]>([
    ['its signature', `firma = translate(firma, 'ABCDEFGabcdefg', 'BCDEFGAbcdefga')`],
    ['its act', `acto = 'candidatura.verificada'`],
    ['its hash', `sha256 = repeat('0', 64)`],
    ['its hour', `recibido_en = recibido_en - interval '1 day'`],
    ['its key', `llave = 'otra'`],
  ])('says that it does not hold once somebody changed %s in the database', async (_title, change) => {
    const of = await givenCandidatura(test_)
    const { body } = await guardar(equipo, { of, at: COMPROMISO }, { respuestas: CORREGIDO })
    await sql(test_, `update publico.acuse set ${change} where folio = $1`, [body.acuse.folio])
    expect((await check(body.acuse.folio)).body).toMatchObject({ valido: false })
  })

  it('is found as people write it, and an unknown folio is not', async () => {
    const of = await givenCandidatura(test_)
    const { body } = await guardar(equipo, { of, at: COMPROMISO }, { respuestas: CORREGIDO })
    expect((await check(body.acuse.folio.toLowerCase())).status).toBe(200)
    expect(await check('AAAAA-AAAAA-AAAAA')).toMatchObject({ status: 404, body: { code: 'ruta.no_existe' } })
  })
})
