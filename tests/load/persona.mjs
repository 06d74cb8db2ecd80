import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import sharp from 'sharp'
import { ADMINISTRACION, call, enter, SECRETARIA } from './accounts.mjs'
import { onLine, timed, withBrowser } from './linea.mjs'

const PHONE = { width: 360, height: 740 }
const SLOWER = 4
const PHOTO_BYTES = 6 * 1024 * 1024

/**
 * Measures the pages of a persona candidata on a bad line, in milliseconds from her tap until she reads the page, and the bytes that
 * travelled before her first section. `folder` holds the mails of the simulacro.
 */
export function measurePersona(url, folder) {
  return withBrowser(async (browser) => {
    const link = await inviteSomebody(url, folder)
    const invitation = await onPhone(browser, async (page, bytes) => {
      const ms = await timed(
        () => page.goto(link),
        () => page.getByLabel('Contraseña nueva'),
      )
      return { ms, bytes: bytes() }
    })
    return { invitation, ...(await onPhone(browser, (page, bytes) => walk(page, { url, bytes }))) }
  })
}

const onPhone = (browser, work) => onLine(browser, { viewport: PHONE, hasTouch: true, isMobile: true, slower: SLOWER }, work)

async function walk(page, { url, bytes }) {
  await page.goto(`${url}/consola/entrar`)
  const button = page.getByRole('button', { name: /candidata/i }).last()
  await button.waitFor()
  const entered = await timed(
    () => button.click(),
    () => page.getByRole('heading', { level: 2, name: /cuestionario/ }),
  )
  const first = page.locator('.ui-button--primary').first()
  const opened = await timed(
    () => first.click(),
    () => page.getByRole('button', { name: 'Guardar y seguir' }),
  )
  const before = bytes()
  const between = []
  for (let turn = 0; turn < 3; turn += 1) {
    const place = page.url()
    await page.getByRole('button', { name: 'Guardar y seguir' }).waitFor()
    between.push(
      await timed(
        () => page.getByRole('button', { name: 'Guardar y seguir' }).click(),
        async () => {
          await page.waitForURL((address) => address.href !== place)
          return page.locator('main h1')
        },
      ),
    )
  }
  return { entered, opened, before, between, photograph: await sendPhotograph(page) }
}

/** A photograph as a phone keeps it, from «Guardar y seguir» until its acuse. */
async function sendPhotograph(page) {
  await page.goto(page.url().replace(/\/captura\/.*/, '/captura/fotografia'))
  const file = page.getByLabel('Archivo de la fotografía')
  await file.setInputFiles({ name: 'retrato.jpg', mimeType: 'image/jpeg', buffer: await drawHeavy() })
  await page.getByRole('img', { name: 'Vista previa de la fotografía recortada' }).waitFor()
  await page.getByLabel('Fecha en que se tomó').fill('2024-04-10')
  await page.getByLabel('Descripción de la fotografía').fill('Persona de ensayo frente a un muro')
  return timed(
    () => page.getByRole('button', { name: 'Guardar y seguir' }).click(),
    () => page.getByText('La fotografía se recibió'),
  )
}

/** Noise, which no encoder makes small, until the file has the size. */
async function drawHeavy() {
  const noise = { type: 'gaussian', mean: 150, sigma: 30 }
  for (let width = 3000; ; width += 300) {
    const picture = sharp({ create: { width, height: Math.round((width * 4) / 3), channels: 3, background: '#888', noise } })
    const bytes = await picture.jpeg({ quality: 90 }).toBuffer()
    if (bytes.length >= PHOTO_BYTES) return bytes
  }
}

/** An invitation to a persona without account, proposed and confirmed; the address in her mail. */
async function inviteSomebody(url, folder) {
  const api = `${url}/api/v1`
  const [propone, confirma] = [await enter(api, ADMINISTRACION), await enter(api, SECRETARIA)]
  const { elementos } = await call(api, confirma, ['GET', '/candidaturas?estatusCaptura=sin_captura&limite=1'])
  const [{ id: candidaturaId, nombre }] = elementos
  const correo = `persona-${Date.now()}@simulacro.example`
  const json = { nombre, correo, rol: 'candidata', candidaturaId }
  const { id } = await call(api, propone, ['POST', '/acceso/propuestas'], { json })
  await call(api, confirma, ['POST', `/acceso/propuestas/${id}/confirmar`])
  const mails = join(folder, 'correo')
  const own = readdirSync(mails).sort().reverse().map((name) => readFileSync(join(mails, name), 'utf8')).find((text) => text.includes(correo)) // prettier-ignore
  const [, token] = /consola\/invitacion\/([\w-]+)/.exec(own.replaceAll(/=\n/g, '').replaceAll('=3D', '=')) ?? []
  return `${url}/consola/invitacion/${token}`
}
