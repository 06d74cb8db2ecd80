import { PAGINAS_EN_IDIOMAS, type IdiomaPack, type ProcesoPack } from '@conoceles/domain'
import { startTestApp, type TestApp } from '../../support/app.ts'
import { givenCandidatura } from '../../support/registro/candidaturas.ts'
import { decode } from '../../support/mundos/contrato.ts'
import { packFicticio } from '../../support/proceso-ficticio/index.ts'
import { idiomaDePrueba, pseudo, PSEUDO } from '../../support/proceso-ficticio/idioma.ts'
import { leer, publicar } from '../../support/publico.ts'
import { CON_PAGINAS } from '../../support/browser/visor.ts'

const BASE = `/idioma/${PSEUDO}`
let t: TestApp

async function open(idioma: IdiomaPack | null): Promise<TestApp> {
  const pack: ProcesoPack = { ...packFicticio, ...(idioma && { idiomas: [idioma] }) }
  const test = await startTestApp({ pack, config: CON_PAGINAS })
  await givenCandidatura(test, { contienda: 'alcaldia-m1' })
  await publicar(test)
  return test
}

async function get(url: string): Promise<{ status: number; html: string }> {
  const { statusCode, headers, rawPayload } = await t.app.inject({ url })
  return { status: statusCode, html: decode({ headers, body: rawPayload }).toString('utf8') }
}

/** Texts of a page, each with the language that it says to be in. */
function readOf(html: string): { lang: string; text: string }[] {
  const body = /<div id="app">([^]*)<\/div><script/.exec(html)?.[1] ?? ''
  const langs = [/<html lang="([^"]+)"/.exec(html)?.[1] ?? '']
  const read: { lang: string; text: string }[] = []
  for (const token of body.split(/(<[^>]*>)/)) {
    const tag = /^<(\/?)([a-z][\w-]*)/i.exec(token)
    if (tag?.[1]) langs.pop()
    else if (tag && !/^(?:input|br|img|hr)$/.test(tag[2] ?? '')) langs.push(/ lang="([^"]+)"/.exec(token)?.[1] ?? langs.at(-1) ?? '')
    else if (!tag && /\p{L}/u.test(token) && !token.startsWith('<')) read.push({ lang: langs.at(-1) ?? '', text: token.trim() })
  }
  return read
}

describe('a proceso without another language', () => {
  beforeAll(async () => (t = await open(null)))
  afterAll(() => t.close())

  it('says nothing of languages on any page, and has none to hand out', async () => {
    for (const url of PAGINAS_EN_IDIOMAS) {
      const { status, html } = await get(url)
      expect([url, status, /hreflang|class="idiomas/.test(html)]).toEqual([url, 200, false])
    }
    expect((await get(`${BASE}/cargos`)).status).toBe(404)
    expect((await get(`${BASE}/boleta?seccion=1`)).status).toBe(404)
    expect((await leer(t, `idiomas/${PSEUDO}`)).status).toBe(404)
  })
})

describe('a language that has every text', () => {
  beforeAll(async () => (t = await open(idiomaDePrueba(packFicticio))))
  afterAll(() => t.close())

  it('is read on each page that explains, and of what is in Spanish each says so', async () => {
    for (const direccion of PAGINAS_EN_IDIOMAS) {
      const { status, html } = await get(direccion === '/' ? BASE : BASE + direccion)
      expect([direccion, status]).toEqual([direccion, 200])
      expect(html).toContain(`<html lang="${PSEUDO}" dir="ltr">`)
      const read = readOf(html)
      const wrong = read.filter(({ lang, text }) => (lang === 'es') === text.includes('⟦'))
      expect([direccion, wrong.filter(({ text }) => text !== 'Pséudo')]).toEqual([direccion, []])
      expect(read.filter(({ lang }) => lang === PSEUDO).length).toBeGreaterThan(20)
    }
  })

  it('leads from page to page in it, and to the Spanish ones where there is no other', async () => {
    const { html } = await get(BASE)
    expect(html).toContain(`href="${BASE}/como-votar"`)
    expect(html).toContain(`formaction="${BASE}/boleta"`)
    expect(html).toMatch(/<a href="\/" hreflang="es-MX" lang="es">Español<\/a>/)
    expect(html).toContain('href="/datos"')
    expect(html).toMatch(/<link rel="alternate" hreflang="es-MX" href="[^"]*:\/\/[^"/]+\/" \/>/)
    expect(html).toMatch(new RegExp(`<link rel="canonical" href="[^"]+${BASE}" />`))
    const spanish = (await get('/cargos')).html
    expect(spanish).toContain(`<a href="${BASE}/cargos" hreflang="${PSEUDO}" lang="${PSEUDO}">Pséudo</a>`)
    expect(spanish).toContain('<html lang="es-MX">')
    // A page that is not translated leads to the home of the language.
    expect((await get('/datos')).html).toContain(`<a href="${BASE}" hreflang`)
  })

  it('makes the ballot of a place when somebody asks for it', async () => {
    const { status, html } = await get(`${BASE}/boleta?seccion=1`)
    expect(status).toBe(200)
    expect(readOf(html).map(({ text }) => text)).toContain(pseudo('Boleta del puerto'))
    expect(
      readOf(html)
        .filter(({ lang, text }) => (lang === 'es') === text.includes('⟦'))
        .filter(({ text }) => text !== 'Pséudo'),
    ).toEqual([])
  })

  it('is one address, however its code is written, and no other', async () => {
    expect((await t.app.inject({ url: `/Idioma/QPS-PLOC/cargos` })).headers['location']).toBe(`${BASE}/cargos`)
    expect((await get(`${BASE}/datos`)).status).toBe(404)
    expect((await get(`/idioma/nah/cargos`)).status).toBe(404)
  })

  it('is public with its texts and without where they are from', async () => {
    const { body } = await leer<Record<string, unknown>>(t, `idiomas/${PSEUDO}`)
    expect(Object.keys(body).sort()).toEqual(['codigo', 'corte', 'frases', 'mensajes', 'nombre', 'sal', 'sentido'])
  })
})

describe('a language that has some texts', () => {
  const HAS = ['site.skip', 'votar.title', 'inicio.title', 'inicio.lead']
  beforeAll(async () => {
    const idioma = idiomaDePrueba(packFicticio, (key) => HAS.includes(key) || key === 'Una marca.')
    t = await open({
      ...idioma,
      sentido: 'rtl',
      confianza: 'por_confirmar',
      validacion: { quien: 'Casa de la Lengua', fecha: '2030-03-02' },
    })
  })
  afterAll(() => t.close())

  it('says the rest in Spanish, sentence by sentence, and of each that it is', async () => {
    for (const direccion of ['', '/como-votar', '/boleta?seccion=1']) {
      const { html } = await get(BASE + direccion)
      const read = readOf(html)
      expect(html).toContain(`dir="rtl"`)
      expect(read.filter(({ lang, text }) => (lang === 'es') === text.includes('⟦') && text !== 'Pséudo')).toEqual([])
      const translated = new Set(read.filter(({ lang }) => lang === PSEUDO).map(({ text }) => text))
      expect([direccion, translated.size]).toEqual([direccion, direccion === '' ? 3 : 2 + Number(direccion === '/como-votar')])
    }
    const { html } = await get(`${BASE}/como-votar`)
    expect(html).toContain('La traducción la validó Casa de la Lengua el')
    expect(html).toContain('<title>⟦')
  })

  it('stands in the review of the pack, with who validated it', async () => {
    const token = await t.tokenOf('secretaria')
    const answer = await t.app.inject({ url: '/api/v1/confirmaciones', headers: { authorization: `Bearer ${token}` } })
    expect(answer.body).toContain(`idiomas.${PSEUDO}`)
    expect(answer.body).toContain('La validó Casa de la Lengua el')
  })
})
