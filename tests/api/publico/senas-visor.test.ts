/** Videos in Lengua de Señas Mexicana that this site serves itself, as bytes and as a browser plays them. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import sharp from 'sharp'
import type { Browser } from 'playwright-core'
import type { ProcesoPack, SenasPropia } from '@conoceles/domain'
import { agregarCatalogos } from '../../../apps/api/src/carga/agregar-catalogos.ts'
import { startTestApp, type TestApp } from '../../support/app.ts'
import { inspect } from '../../support/browser/accesibilidad.ts'
import { faultsOf, launchBrowser, newPerson, PHONE } from '../../support/browser/browser.ts'
import { encolar, leer, publicar } from '../../support/publico.ts'
import { givenCandidatura, must, type Given } from '../../support/registro/candidaturas.ts'
import { packFicticio } from '../../support/proceso-ficticio/index.ts'
import { CON_PAGINAS } from '../../support/browser/visor.ts'

const CLIP = readFileSync(join(import.meta.dirname, '../../support/proceso-ficticio/senas.webm'))
const SAID = 'Ver esta página en Lengua de Señas Mexicana: 1 min, 0.1 MB'
const sourced = { fuente: 'Inventado para las pruebas', confianza: 'alta' } as const

let t: TestApp
let url: string
let browser: Browser
let given: Given
let pack: ProcesoPack

beforeAll(async () => {
  const still = await sharp({ create: { width: 320, height: 180, channels: 3, background: '#456' } })
    .png()
    .toBuffer()
  const video: SenasPropia = {
    ...{ pagina: '/cargos', segundos: 3, quien: 'Grupo Faro', cartel: still.toString('base64') },
    archivo: { medio: 'video/webm', contenido: CLIP.toString('base64') },
    subtitulos: 'WEBVTT\n\n00:00.000 --> 00:02.000\nVideo de prueba\n',
    ...sourced,
  }
  pack = { ...packFicticio, senas: [video] }
  // Loaded before its pack had a video, which is added as the institute would.
  t = await startTestApp({ pack: packFicticio, config: CON_PAGINAS })
  given = await givenCandidatura(t, { contienda: 'alcaldia-m1' })
  const added = await t.owner.transaction((tx) => agregarCatalogos(tx, pack, t.services.bitacora))
  expect(added).toEqual({ claves: ['senas'] })
  await encolar(t, given)
  await publicar(t)
  url = await t.app.listen({ port: 0, host: '127.0.0.1' })
  browser = await launchBrowser()
})
afterAll(async () => {
  await browser?.close()
  await t?.close()
})

const senas = async () => must((await leer<{ senas: Record<string, string>[] }>(t, 'proceso')).body.senas[0])
const pathOf = (address: string | undefined) => must(address).replace('/api/v1/publico/', '')

it('tells the addresses, the medium and the real size, and neither source nor bytes', async () => {
  expect(await senas()).toEqual({
    ...{ pagina: '/cargos', segundos: 3, bytes: CLIP.length, quien: 'Grupo Faro', medio: 'video/webm' },
    direccion: expect.stringMatching(/^\/api\/v1\/publico\/senas\/[0-9a-f]{64}\.webm$/),
    cartel: expect.stringMatching(/\.webp$/),
    subtitulos: expect.stringMatching(/\.vtt$/),
  })
})

it('serves the whole video, a range of it, and says when a range begins after its end', async () => {
  const path = pathOf((await senas())['direccion'])
  const whole = await leer(t, path)
  expect([whole.status, whole.raw.equals(CLIP)]).toEqual([200, true])
  expect(whole.headers).toMatchObject({
    ...{ 'accept-ranges': 'bytes', 'content-type': 'video/webm', 'content-length': String(CLIP.length) },
    ...{ 'x-content-type-options': 'nosniff', 'cache-control': 'public, max-age=0, must-revalidate' },
  })
  const part = await leer(t, path, { range: 'bytes=100-299' })
  expect([part.status, part.headers['content-range'], part.raw.equals(CLIP.subarray(100, 300))]).toEqual([
    206,
    `bytes 100-299/${CLIP.length}`,
    true,
  ])
  const beyond = await leer(t, path, { range: 'bytes=9999999-' })
  expect([beyond.status, beyond.headers['content-range'], beyond.raw.length]).toEqual([416, `bytes */${CLIP.length}`, 0])
  const etag = String(whole.headers['etag'])
  expect((await leer(t, path, { 'if-none-match': etag })).status).toBe(304)
  expect((await leer(t, path, { range: 'bytes=0-1', 'if-range': '"another"' })).status).toBe(200)
  expect((await leer(t, path, { range: 'bytes=0-1', 'if-range': etag })).status).toBe(206)
  expect((await leer(t, `senas/${'0'.repeat(64)}.webm`)).status).toBe(404)
  expect((await leer(t, 'senas/x.exe')).status).toBe(400)
})

it('serves its still as a picture and its subtitles as WebVTT', async () => {
  const { cartel, subtitulos } = await senas()
  const still = await leer(t, pathOf(cartel))
  expect([still.status, still.headers['content-type'], still.raw.subarray(8, 12).toString()]).toEqual([200, 'image/webp', 'WEBP'])
  const text = await leer(t, pathOf(subtitulos))
  expect([text.headers['content-type'], text.text.slice(0, 6)]).toEqual(['text/vtt; charset=utf-8', 'WEBVTT'])
})

it('asks for nothing of the video before the tap, and plays it in its place after it', async () => {
  const context = await newPerson(browser, { viewport: PHONE })
  const faults = faultsOf(context)
  const page = await context.newPage()
  const asked: string[] = []
  page.on('request', (request) => void asked.push(request.url()))
  await page.goto(`${url}/cargos`)
  const link = page.getByRole('link', { name: SAID })
  await link.waitFor()
  await page.keyboard.press('Tab')
  await page.locator('#app[data-vivo]').waitFor()
  await page.waitForLoadState('networkidle')
  expect(asked.filter((each) => /\.(webm|vtt)/.test(each))).toEqual([])
  if (process.env['CAPTURAS']) await page.screenshot({ path: `${process.env['CAPTURAS']}/senas-antes.png` })
  expect(await inspect(page)).toEqual([])
  await page.setViewportSize(PHONE)
  await link.click()
  const video = page.locator('video')
  await video.waitFor()
  await page.waitForFunction(() => (document.querySelector('video')?.currentTime ?? 0) > 0.3)
  expect(page.url()).toBe(`${url}/cargos`)
  expect(await video.evaluate((element: HTMLVideoElement) => [element.controls, document.activeElement === element])).toEqual([true, true])
  await page.waitForFunction(() => document.querySelector('video')?.textTracks[0]?.cues?.length === 1)
  expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0)
  if (process.env['CAPTURAS']) await page.screenshot({ path: `${process.env['CAPTURAS']}/senas-despues.png` })
  expect([...new Set(asked.map((each) => new URL(each).origin))]).toEqual([url])
  expect(await inspect(page)).toEqual([])
  expect(faults).toEqual([])
  await context.close()
})

it('without script is a link to the file, which the browser plays by itself', async () => {
  const context = await newPerson(browser, { viewport: PHONE, javaScriptEnabled: false })
  const faults = faultsOf(context)
  const page = await context.newPage()
  await page.goto(`${url}/cargos`)
  await page.getByRole('link', { name: SAID }).click()
  await page.waitForURL(/\.webm$/)
  await page.locator('video').waitFor()
  await context.close()
  // The same page of the browser, looked at with script.
  const seen = await newPerson(browser)
  const own = await seen.newPage()
  await own.goto(url + must((await senas())['direccion']))
  await own.waitForFunction(() => (document.querySelector('video')?.readyState ?? 0) >= 2)
  await seen.close()
  expect(faults).toEqual([])
})
