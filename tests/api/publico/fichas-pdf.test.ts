import jsQR from 'jsqr'
import sharp from 'sharp'
import { FichasPdfService } from '../../../apps/api/src/publico/fichas/index.ts'
import { createDocumentos } from '../../../apps/api/src/shared/documentos/documentos.ts'
import { join } from 'node:path'
import { newAddress } from '../../support/acceso.ts'
import { agujasDe, halladas, todoDe } from '../../support/agujas.ts'
import { startTestApp, type TestApp } from '../../support/app.ts'
import { bloquear } from '../../support/actos/bloqueos.ts'
import { moveReloj, must, sql, type Given } from '../../support/registro/candidaturas.ts'
import { consentir, Equipo, givenCapturada, observar, RESPUESTAS } from '../../support/actos/captura.ts'
import { givenConFotografia, TEXTO_ALTERNATIVO } from '../../support/actos/fotografias.ts'
import { readPdf } from '../../support/pdf.ts'
import { encolar, givenCambio, pagina, publicar } from '../../support/publico.ts'
import { ultimoCorte } from '../../support/mundos/todo-publico.ts'

const OPEN = '2030-05-02T10:00:00-07:00'

let test_: TestApp
let equipo: Equipo
let of: Given

beforeAll(async () => {
  test_ = await startTestApp({ ahora: OPEN })
  equipo = new Equipo(test_)
  of = await givenConFotografia(equipo, { nombre: 'Rosalba', primerApellido: 'Quintanar', apodo: 'La Ñandú', numero: 70 })
  await givenCapturada(equipo, { nombre: 'Suplenta', numero: 70, calidad: 'suplente' }, 'completa')
  await publicar(test_)
})
afterAll(() => test_.close())

const pedir = ({ id }: { id: string }, { query = '', ...headers }: Record<string, string> = {}) =>
  test_.app.inject({ url: `/api/v1/publico/candidaturas/${id}/ficha.pdf${query}`, headers, remoteAddress: newAddress() })

async function ficha(whose: { id: string }): Promise<Buffer> {
  const { statusCode, rawPayload } = await pedir(whose)
  expect(statusCode).toBe(200)
  return rawPayload
}

/** A word that is too long for a column may be broken by signs that nobody sees. */
const textOf = (pdf: Buffer) => readPdf.text(pdf).replaceAll('\u200b', '')

describe('the card of a candidatura', () => {
  it('is a tagged PDF in Spanish under her name, letter size, with the photograph told in words', async () => {
    const pdf = await ficha(of)
    expect(readPdf.properties(pdf)).toMatchObject({
      Title: 'Rosalba Quintanar',
      Tagged: 'yes',
      'Page size': '612 x 792 pts (letter)',
      CreationDate: expect.stringMatching(/^2030-05-02T/) as string,
    })
    const metadata = readPdf.metadata(pdf)
    for (const said of ['<pdfuaid:part>1</pdfuaid:part>', '<rdf:li>es-MX</rdf:li>']) expect(metadata).toContain(said)
    const structure = readPdf.structure(pdf)
    for (const tag of ['H1', 'H2', 'Figure', 'Link']) expect(structure).toContain(tag)
    const alts = [TEXTO_ALTERNATIVO, `http://localhost:3000/verificar/${await ultimoCorte(test_)}/${of.id}`]
    for (const alt of alts) expect(pdf.includes(`/Alt (${alt})`)).toBe(true)
    expect(readPdf.fontsOutside(pdf)).toEqual([])
  })

  it('says what her page says, and nothing else', async () => {
    const text = textOf(await ficha(of))
    const { body } = await pagina(test_, of)
    const answers = body.secciones.flatMap(({ campos }) => campos.flatMap(({ valor }) => (valor === null ? [] : [String(valor)])))
    expect(answers).toContain(RESPUESTAS.curricular.compromiso.compromiso)
    const [corte] = await sql<{ sha256: string }>(test_, 'select sha256 from publico.corte where numero = $1', [body.corte.numero])
    for (const said of [
      ...answers,
      'La Ñandú',
      'Suplenta Apellido',
      'Verificada el',
      `Corte: ${body.corte.numero}, del jueves 2 de mayo de 2030, 10:00 horas`,
      must(corte).sha256,
    ])
      // prettier-ignore
      expect(text.replaceAll(' ', '')).toContain(said.replaceAll(' ', ''))
    for (const hidden of ['Isla Chica', 'serrana', '1990']) expect(text).not.toContain(hidden)
  })

  it('carries on its first page a code that opens her verification, and the same address in writing', async () => {
    const pdf = await ficha(of)
    const address = `http://localhost:3000/verificar/${await ultimoCorte(test_)}/${of.id}`
    expect(readPdf.text(pdf).replaceAll(' ', '')).toContain(address)
    const codes = []
    for (let page = 1; page <= Number(readPdf.properties(pdf).Pages); page += 1) {
      const { data, info } = await sharp(readPdf.page(pdf, page)).ensureAlpha().raw().toBuffer({ resolveWithObject: true })
      codes.push(jsQR(new Uint8ClampedArray(data), info.width, info.height)?.data)
    }
    expect([codes[0], codes.filter((code) => code !== undefined)]).toEqual([address, [address]])
  })

  it('is the same bytes each time, also after a corte of somebody else, and is not sent twice', async () => {
    const first = await pedir(of)
    expect(first.headers).toMatchObject({
      'content-type': 'application/pdf',
      'content-disposition': `attachment; filename="ficha-${of.id}.pdf"`,
      'x-robots-tag': 'noindex, noarchive',
      'access-control-allow-origin': '*',
    })
    const other = await givenCapturada(equipo, { contienda: 'alcaldia-m2', nombre: 'Otra' }, 'validada')
    expect((await publicar(test_))?.numero).toBe(await ultimoCorte(test_))
    const again = await pedir(of, { query: '?fbclid=1' })
    expect(again.rawPayload.equals(first.rawPayload)).toBe(true)
    expect((await pedir(of, { 'if-none-match': String(first.headers.etag) })).statusCode).toBe(304)
    expect((await pedir(other)).headers.etag).not.toBe(first.headers.etag)
  })

  it('says that the suplente enters only while there is one', async () => {
    const titular = await givenCapturada(equipo, { nombre: 'Titular', numero: 43 })
    const suplente = await givenCapturada(equipo, { nombre: 'Alterna', numero: 43, calidad: 'suplente' })
    await publicar(test_)
    expect(textOf(await ficha(titular))).toContain('entra su suplente')
    await givenCambio(test_, { tipo: 'cancelacion', de: suplente })
    await publicar(test_)
    expect(textOf(await ficha(titular))).toContain('Alterna Apellido (cancelada)')
    expect(textOf(await ficha(titular))).not.toContain('entra su suplente')
  })

  it('says of each blank its reason', async () => {
    const waiting = await givenCapturada(equipo, { nombre: 'Espera' }, 'validada')
    const observed = await givenCapturada(equipo, { nombre: 'Observada' })
    await observar(equipo, observed)
    await publicar(test_)
    expect(textOf(await ficha(waiting))).toMatch(/Ya contestó esta parte\. \S+ la está revisando antes de publicarla\./)
    expect(textOf(await ficha(of))).toContain('No proporcionó: ¿Cuál oficio?')
    expect(textOf(await ficha(observed))).toMatch(/hizo observaciones a esta parte y espera la corrección\./)
    expect(textOf(await ficha(waiting))).toContain('Sin fotografía publicada.')
  })
})

describe('a withdrawn datum', () => {
  const needles = (...values: string[]) => values.flatMap(agujasDe)

  it('is in no card from that corte on: a badge whose authorisation was taken back', async () => {
    const badge = await givenCapturada(equipo, { nombre: 'Insignia' })
    await publicar(test_)
    expect(textOf(await ficha(badge))).toContain('La persona autorizó publicar que pertenece a este grupo.')
    await consentir(equipo, badge, { publicacion: false })
    await publicar(test_)
    expect(textOf(await ficha(badge))).not.toContain('La persona autorizó')
  })

  it('nor anything of whom is blocked or was cancelled', async () => {
    const persona = { apodo: 'Canariopaloma', numero: 41 }
    const blocked = await givenConFotografia(equipo, { ...persona, nombre: 'Canarianela' })
    const gone = await givenConFotografia(equipo, { apodo: 'Canariogorrion', nombre: 'Cancelada' })
    await publicar(test_)
    const captured = needles('Canarianela', 'Canariopaloma', 'Canariogorrion', RESPUESTAS.curricular.compromiso.compromiso)
    expect(halladas(Buffer.concat([await todoDe(await pedir(blocked)), await todoDe(await pedir(gone))]), captured)).toHaveLength(4)
    await bloquear(equipo, blocked)
    await givenCambio(test_, { tipo: 'cancelacion', de: gone })
    await publicar(test_)
    for (const each of [blocked, gone]) {
      const answer = await pedir(each)
      expect([answer.statusCode, halladas(await todoDe(answer), captured)]).toEqual([200, []])
      expect(readPdf.structure(answer.rawPayload).match(/Figure/g)).toHaveLength(1)
    }
    expect(textOf(await ficha(blocked))).toMatch(/la información de esta ficha no se muestra/)
    expect(textOf(await ficha(gone))).toMatch(/Esta candidatura se canceló\. Ya no compite en este lugar desde el/)
  })

  it('is answered as withdrawn, 410, and what never was, 404', async () => {
    await ficha(of)
    await moveReloj(test_, '2030-04-30T10:00:00-07:00')
    await publicar(test_)
    const answer = await pedir(of)
    expect([answer.statusCode, answer.json<{ code: string }>().code]).toEqual([410, 'candidatura.retirada'])
    expect((await todoDe(answer)).toString()).not.toContain('Rosalba')
    await moveReloj(test_, OPEN)
    await publicar(test_)
    expect((await pedir({ id: '00000000-0000-4000-8000-000000000001' })).statusCode).toBe(404)
    expect((await pedir({ id: 'x' })).statusCode).toBe(400)
  })
})

describe('the picture that a message shows', () => {
  const vista = (path: string) => test_.app.inject({ url: `/api/v1/publico/${path}vista.png`, remoteAddress: newAddress() })
  const ofPersona = ({ id }: { id: string }) => vista(`candidaturas/${id}/`)
  /** Entropy of the corner where a photograph stands. */
  const portrait = async (png: Buffer) => (await sharp(png).extract({ left: 90, top: 70, width: 300, height: 400 }).stats()).entropy

  it('is a PNG of 1200 by 630, of a candidatura with and without photograph, of a contienda and of the site', async () => {
    const without = await givenCapturada(equipo, { nombre: 'Sin', apodo: 'N'.repeat(60) })
    await publicar(test_)
    const answers = [await ofPersona(of), await ofPersona(without), await vista('contiendas/alcaldia-m2/'), await vista('')]
    for (const { statusCode, headers, rawPayload } of answers) {
      expect([statusCode, headers['content-type'], headers['x-robots-tag']]).toEqual([200, 'image/png', 'noindex, noarchive'])
      expect(await sharp(rawPayload).metadata()).toMatchObject({ format: 'png', width: 1200, height: 630 })
      expect(rawPayload.length).toBeLessThan(300_000)
    }
    expect(new Set(answers.map(({ rawPayload }) => rawPayload.toString('latin1'))).size).toBe(4)
    expect(await portrait(must(answers[0]).rawPayload)).toBeGreaterThan(0)
    expect((await vista('contiendas/ninguna/')).statusCode).toBe(404)
  })

  it('is made once for everybody, and not again before the next corte', async () => {
    const [one, same] = [await ofPersona(of), await ofPersona(of)]
    expect(same.rawPayload.equals(one.rawPayload)).toBe(true)
    expect(
      (
        await test_.app.inject({
          url: `/api/v1/publico/candidaturas/${of.id}/vista.png`,
          headers: { 'if-none-match': String(one.headers.etag) },
        })
      ).statusCode,
    ).toBe(304)
  })

  it('shows nothing of whom is blocked, or is withdrawn, from the moment her page does not', async () => {
    const blocked = await givenConFotografia(equipo, { nombre: 'Canarianube', numero: 44 })
    await publicar(test_)
    const before = await ofPersona(blocked)
    await bloquear(equipo, blocked)
    await publicar(test_)
    expect((await pagina(test_, blocked)).body.nombre).toBe('Información no disponible')
    const after = await ofPersona(blocked)
    expect(after.rawPayload.equals(before.rawPayload)).toBe(false)
    // Neither photograph nor name: it is the picture of anybody blocked in that place.
    const { databases, config } = test_.deps
    const documentos = createDocumentos({ workerPath: join(config.trabajadores, 'documento.worker.js') })
    const { contenido } = await new FichasPdfService(databases.lector, { documentos, origen: config.origen }).vista(blocked.id)
    expect(contenido.equals(after.rawPayload)).toBe(true)
    await moveReloj(test_, '2030-04-30T10:00:00-07:00')
    await publicar(test_)
    expect([(await ofPersona(blocked)).statusCode, (await ofPersona(of)).statusCode]).toEqual([410, 410])
    await moveReloj(test_, OPEN)
    await publicar(test_)
    expect((await ofPersona({ id: '00000000-0000-4000-8000-000000000001' })).statusCode).toBe(404)
  })
})

describe('however many ask', () => {
  it('one address has a bound, and what is in memory does not count', async () => {
    const remoteAddress = newAddress()
    const url = (id: string) => `/api/v1/publico/candidaturas/${id}/ficha.pdf`
    const nobody = '00000000-0000-4000-8000-000000000001'
    const statuses = []
    for (let n = 0; n < 31; n += 1) statuses.push((await test_.app.inject({ url: url(nobody), remoteAddress })).statusCode)
    expect([statuses.slice(0, 30).every((status) => status === 404), statuses[30]]).toEqual([true, 429])
    await ficha(of)
    expect((await test_.app.inject({ url: url(of.id), remoteAddress })).statusCode).toBe(200)
  })

  it('one that is being made is waited for, and what changed meanwhile is not handed out', async () => {
    const { config, databases } = test_.deps
    const documentos = createDocumentos({ workerPath: join(config.trabajadores, 'documento.worker.js') })
    let made = 0
    let meanwhile = async () => {}
    const counting = {
      pdf: async (...document: Parameters<typeof documentos.pdf>) => {
        made += 1
        await meanwhile()
        return documentos.pdf(...document)
      },
    }
    const fichas = new FichasPdfService(databases.lector, { documentos: { ...documentos, ...counting }, origen: config.origen })
    const changing = await givenCapturada(equipo, { nombre: 'Cambia' })
    await publicar(test_)
    const [one, same] = await Promise.all([fichas.ficha(changing.id), fichas.ficha(changing.id)])
    expect([made, one.contenido.equals(same.contenido)]).toEqual([1, true])
    meanwhile = async () => {
      await sql(test_, `update captura.persona p set apodo = 'Ya' from captura.candidatura c where c.persona_id = p.id and c.id = $1`, [
        changing.id,
      ])
      await encolar(test_, changing)
      await publicar(test_)
    }
    await expect(fichas.ficha(changing.id)).rejects.toMatchObject({ code: 'servicio.ocupado' })
    meanwhile = async () => {
      await moveReloj(test_, '2030-04-30T10:00:00-07:00')
      await publicar(test_)
    }
    await expect(fichas.ficha(changing.id)).rejects.toMatchObject({ code: 'candidatura.retirada' })
  })
})
