import { startTestApp, type TestApp } from '../support/app.ts'
import { givenCandidatura, must, sql } from '../support/candidaturas.ts'
import { decode } from '../support/contrato.ts'
import { packConEmblemas } from '../support/proceso-ficticio/emblema.ts'
import { leer, publicar } from '../support/publico.ts'
import { CON_PAGINAS } from '../support/visor.ts'

let t: TestApp

beforeAll(async () => {
  t = await startTestApp({ pack: packConEmblemas(['PFAR', 'LUCES']), config: CON_PAGINAS })
  await givenCandidatura(t, { contienda: 'alcaldia-m2', actor: 'LUCES', responsable: 'PFAR' })
  await givenCandidatura(t, { contienda: 'alcaldia-m1' })
  await publicar(t)
})
afterAll(() => t.close())

const emblemas = async () => (await leer<{ emblemas: Record<string, string> | null }>(t, 'proceso')).body.emblemas

it('are published as pictures for those whose registered file the pack has, and for nobody else', async () => {
  const found = must(await emblemas())
  expect(Object.keys(found)).toEqual(['PFAR', 'LUCES'])
  const { status, headers, raw } = await leer(t, must(found['PFAR']).replace('/api/v1/publico/', ''))
  expect([status, headers['content-type'], raw.subarray(8, 12).toString()]).toEqual([200, 'image/webp', 'WEBP'])
  expect(raw.includes('alert')).toBe(false)
  expect((await leer(t, `emblemas/${'0'.repeat(64)}.webp`)).status).toBe(404)
})

it('keep where the file is from, and not the file', async () => {
  const [row] = await sql<{ origen: object }>(t, `select emblema_origen as origen from captura.actor_politico where clave = 'PFAR'`)
  expect(must(row).origen).toEqual({ medio: 'image/svg+xml', fecha: '2030-01-15', licencia: null, fuente: 'Inventado para las pruebas', confianza: 'alta' }) // prettier-ignore
})

it('stand for the alliance on the list and on the contienda alike, with the siglas as their text; who has none keeps her siglas', async () => {
  const src = must((await emblemas())?.['LUCES'])
  for (const url of ['/candidaturas', '/contiendas/alcaldia-m2']) {
    const { headers, rawPayload } = await t.app.inject({ url })
    const html = decode({ headers, body: rawPayload }).toString('utf8')
    expect(html).toMatch(new RegExp(`<img[^>]*src="${src}" alt="LUCES"`))
    if (url === '/candidaturas') expect(html).toMatch(/<span class="ui-emblem__siglas">PRIO<\/span>/)
  }
})
