import sharp from 'sharp'
import type { EmblemaPack } from '@conoceles/domain'
import { EmblemaError, pictureOf } from './emblema.ts'

const emblema = (contenido: string | Buffer, more: Partial<EmblemaPack> = {}): EmblemaPack => ({
  ...{ medio: 'image/svg+xml', contenido: Buffer.from(contenido).toString('base64'), fecha: '2030-01-01', licencia: null },
  ...{ fuente: 'Inventado para las pruebas', confianza: 'alta', ...more },
})
const svg = (inside: string) =>
  `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 60 40">${inside}</svg>`
const made = (contenido: string | Buffer, more?: Partial<EmblemaPack>) => pictureOf({ clave: 'PFAR', emblema: emblema(contenido, more) })

it('makes pictures of one size of whatever shape', async () => {
  const png = await sharp({ create: { width: 30, height: 90, channels: 4, background: '#222' } })
    .png()
    .toBuffer()
  for (const picture of [await made(svg('<circle cx="30" cy="20" r="12"/>')), await made(png, { medio: 'image/png' })]) {
    expect(await sharp(picture ?? undefined).metadata()).toMatchObject({ format: 'webp', width: 168, height: 112 })
  }
})

it('keeps pixels alone: no script, no reference to another file, no text of the drawing', async () => {
  const hostile = svg(
    '<script>fetch("https://evil.example")</script><image xlink:href="file:///etc/hostname" width="60" height="40"/><image xlink:href="https://evil.example/x.png" width="9" height="9"/><rect width="10" height="10" onload="x()"/><metadata>CANARIO</metadata>',
  )
  const picture = (await made(hostile)) ?? Buffer.alloc(0)
  for (const word of ['script', 'evil', 'CANARIO', 'svg', 'onload']) expect(picture.includes(word)).toBe(false)
  expect(picture.subarray(8, 12).toString()).toBe('WEBP')
})

it('makes none where nobody confirmed it, or there is no file', async () => {
  expect(await made(svg('<rect width="9" height="9"/>'), { confianza: 'por_confirmar' })).toBeNull()
  expect(await pictureOf({ clave: 'PFAR' })).toBeNull()
})

it('refuses files that are no picture, and those that are too large', async () => {
  await expect(made('no es una imagen')).rejects.toThrow(EmblemaError)
  await expect(made(svg(' '.repeat(200_001)))).rejects.toThrow('more than 200000 bytes')
})
