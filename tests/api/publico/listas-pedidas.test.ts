import { startTestApp, type TestApp } from '../../support/app.ts'
import { must, type Given } from '../../support/registro/candidaturas.ts'
import { Equipo, givenCapturada } from '../../support/actos/captura.ts'
import { decode } from '../../support/mundos/contrato.ts'
import { givenCambio, publicar } from '../../support/publico.ts'
import { CON_PAGINAS } from '../../support/browser/visor.ts'

let t: TestApp
let rosalba: Given

beforeAll(async () => {
  t = await startTestApp({ config: CON_PAGINAS })
  const equipo = new Equipo(t)
  rosalba = await givenCapturada(equipo, { nombre: 'Rosalba', primerApellido: 'Quintanar' })
  await givenCapturada(equipo, { nombre: 'Hermelinda', primerApellido: 'Zúñiga', contienda: 'alcaldia-m2' })
  await publicar(t)
})
afterAll(() => t.close())

async function abrir(query: string): Promise<{ status: number; html: string; leido: string }> {
  const { statusCode, headers, rawPayload } = await t.app.inject({ url: `/candidaturas${query}` })
  const html = decode({ headers, body: rawPayload }).toString('utf8')
  const leido = html
    .replace(/<script.*?<\/script>/gs, '')
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ')
  return { status: statusCode, html, leido }
}
const DATOS = /<script type="application\/json" id="recursos"[^>]*>(.*?)<\/script>/s

const incrustada = (query = '?clave=legislatura-norte&tema=oscuro') => t.app.inject({ url: `/incrustar/contienda${query}` })

describe('a part for another site', () => {
  it('shows who competes in a frame of any site, and leaves no cookie', async () => {
    const { statusCode, headers, body } = await incrustada()
    expect([statusCode, headers['x-frame-options'], headers['set-cookie']]).toEqual([200, undefined, undefined])
    expect(headers['content-security-policy']).toContain('frame-ancestors *')
    for (const part of ['Rosalba Quintanar', '<base target="_top" />', '/incrustar/estilo.css?tema=oscuro']) expect(body).toContain(part)
    for (const other of ['Hermelinda', 'application/json']) expect(body).not.toContain(other)
  })

  it('says so where there is no such contienda, and writes nothing of its address', async () => {
    const { statusCode, body } = await incrustada('?clave=<script>alert(1)</script>&otra=1')
    expect([statusCode, body.includes('no existe'), body.includes('alert')]).toEqual([200, true, false])
  })

  it("has the visor's styles in the theme that was asked for, and no colour that is none", async () => {
    const css = async (query: string) => (await t.app.inject({ url: `/incrustar/estilo.css?${query}` })).body
    expect(await css('tema=oscuro&color=aa5500')).toMatch(
      /@media \(forced-colors: none\), \(prefers-color-scheme: dark\).*color-scheme:dark.*#aa5500/s,
    )
    expect(await css('color=red;}body{')).not.toContain('red;}')
  })

  it('is the only page that another site may frame', async () => {
    for (const url of ['/', '/incrustar', '/contiendas/legislatura-norte']) {
      const { headers } = await t.app.inject({ url })
      expect([url, headers['x-frame-options']]).toEqual([url, 'DENY'])
      expect(headers['content-security-policy']).toContain("frame-ancestors 'none'")
    }
  })
})

describe('a filtered list asked for by its address', () => {
  it('comes from the server with its people, and with nothing of the others', async () => {
    const { status, html, leido } = await abrir('?q=rosalba')
    expect([status, leido.includes('Rosalba Quintanar'), html.includes('Hermelinda')]).toEqual([200, true, false])
    expect(leido).toContain('1 candidatura')
  })

  it('brings the rows that it shows and not the index that they were taken from', async () => {
    const { html } = await abrir('?cargo=alcaldia')
    const datos = JSON.parse(must(DATOS.exec(html)?.[1])) as Record<string, { filtros?: object; elementos?: object[] }>
    expect(Object.keys(datos).sort()).toEqual(['/publico/indice#lista', '/publico/proceso'])
    expect(datos['/publico/indice#lista']).toMatchObject({ filtros: { cargo: 'alcaldia' }, elementos: [{ nombre: 'Hermelinda Zúñiga' }] })
  })

  it('finds a name without accents and in another order, as the device does', async () => {
    expect((await abrir('?q=zuniga+hermelinda')).leido).toContain('Hermelinda Zúñiga')
  })

  it('says so when nobody fulfils it, and offers a way on', async () => {
    const { status, leido } = await abrir('?q=nadie+se+llama+asi')
    expect([status, leido.includes('Ninguna candidatura coincide') || leido.includes('No hay candidaturas con')]).toEqual([200, true])
  })

  it('shows the whole list for a filter that does not exist', async () => {
    expect((await abrir('?color=rojo')).leido).toContain('2 candidaturas')
  })

  it('writes what was searched as text, never as markup', async () => {
    expect((await abrir(`?q=${encodeURIComponent('<script>alert(1)</script>')}`)).html).not.toContain('<script>alert')
  })

  it('is made anew at the next corte: who was cancelled is told so', async () => {
    expect((await abrir('?q=rosalba')).leido).not.toContain('Cancelada')
    await givenCambio(t, { tipo: 'cancelacion', de: rosalba })
    await publicar(t)
    expect((await abrir('?q=rosalba')).leido).toContain('Cancelada')
    expect((await incrustada()).body).not.toContain('Rosalba')
  })
})
