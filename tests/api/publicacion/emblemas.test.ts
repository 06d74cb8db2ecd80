import { agregarCatalogos } from '../../../apps/api/src/carga/agregar-catalogos.ts'
import { startTestApp, type TestApp } from '../../support/app.ts'
import { givenCandidatura, must, sql, type Given } from '../../support/registro/candidaturas.ts'
import { decode } from '../../support/mundos/contrato.ts'
import { send } from '../../support/actos/envios.ts'
import { packConEmblemas } from '../../support/proceso-ficticio/emblema.ts'
import { packFicticio } from '../../support/proceso-ficticio/pack.ts'
import { readPdf } from '../../support/pdf.ts'
import { encolar, leer, publicar } from '../../support/publico.ts'
import { CON_PAGINAS } from '../../support/browser/visor.ts'

let t: TestApp
let conEmblema: Given
let sinEmblema: Given

beforeAll(async () => {
  t = await startTestApp({ pack: packConEmblemas(['PFAR', 'LUCES']), config: CON_PAGINAS })
  conEmblema = await givenCandidatura(t, { contienda: 'alcaldia-m2', actor: 'LUCES', responsable: 'PFAR' })
  sinEmblema = await givenCandidatura(t, { contienda: 'alcaldia-m1' })
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

it('stand on the printed card too, in words for who does not see it; who has none has her siglas there', async () => {
  const card = async ({ id }: Given) => (await t.app.inject({ url: `/api/v1/publico/candidaturas/${id}/ficha.pdf` })).rawPayload
  const [con, sin] = [await card(conEmblema), await card(sinEmblema)]
  const figures = (pdf: Buffer) => readPdf.structure(pdf).match(/Figure/g)?.length
  expect([con.includes('/Alt (LUCES)'), sin.includes('/Alt (PRIO)')]).toEqual([true, false])
  expect(figures(con)).toBe((figures(sin) ?? 0) + 1)
  expect(readPdf.text(sin)).toMatch(/La postula: ?PRIO /)
})

/** Emblems that the institute reads as missing. */
async function missingOf(): Promise<{ clave: string; valor: string | null; fuente: string }[]> {
  const token = await t.tokenOf('secretaria')
  const { elementos } = (await send<{ elementos: { clave: string; valor: string | null; fuente: string }[] }>(t, ['GET', '/confirmaciones'], { token })).body // prettier-ignore
  return elementos.filter(({ clave }) => clave.startsWith('emblemas.'))
}

it('that the pack does not bring confirmed are told to the institute, each with who brings it', async () => {
  const missing = await missingOf()
  const partidos = packFicticio.actores.filter(({ tipo }) => tipo === 'partido').map(({ clave }) => `emblemas.${clave}`)
  expect(missing.map(({ clave }) => clave)).toEqual(partidos.filter((clave) => clave !== 'emblemas.PFAR'))
  expect(missing.every(({ valor, fuente }) => valor === null && fuente.includes('que registra a los partidos'))).toBe(true)
})

it('come to a proceso that was loaded before its pack had them, with what its pack tells citizens since then', async () => {
  const source = { fuente: 'Inventado para las pruebas', confianza: 'alta' } as const
  const votar = [{ clave: 'dia', titulo: 'Qué llevar', texto: ['Lleva una lámpara.'], antes: true, ...source }]
  const lecturaFacil = { validacion: null, apartados: [{ clave: 'inicio', titulo: 'Este sitio', partes: [], enlace: null }], ...source }
  const base = packConEmblemas(['PFAR', 'LUCES', 'PRIO'])
  const pack = { ...base, consulta: { ...base.consulta, preguntas: [], votar, lecturaFacil } }
  const add = () => t.owner.transaction((tx) => agregarCatalogos(tx, pack, t.services.bitacora))
  const told = async () => (await leer<{ preguntas: object[]; votar: object[] }>(t, 'consulta')).body
  const before = await told()
  expect(before.votar).toEqual([])
  expect(await add()).toEqual({ claves: ['consulta.votar', 'consulta.lecturaFacil', 'emblema PRIO'] })
  expect(await add()).toEqual({ claves: [] })
  await encolar(t, conEmblema)
  await publicar(t)
  const { preguntas, votar: now } = await told()
  expect([preguntas, now.length]).toEqual([before.preguntas, 1])
  const { body } = await leer<{ emblemas: object; paraVotar: string[] }>(t, 'proceso')
  expect([Object.keys(body.emblemas).sort(), body.paraVotar]).toEqual([['LUCES', 'PFAR', 'PRIO'], ['Lleva una lámpara.']])
  expect((await leer(t, 'lectura-facil')).status).toBe(200)
  expect((await missingOf()).map(({ clave }) => clave)).toEqual(['emblemas.PCOM'])
})
