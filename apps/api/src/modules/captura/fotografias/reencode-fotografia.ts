import { createHash } from 'node:crypto'
import sharp from 'sharp'
import type { CodigoRechazo, FotografiaResult, Recorte, Tamano } from './fotografia.ts'
import { DIMENSIONES, MAX_PIXELS, objection, refuse } from './fotografia.ts'

/**
 * Decodes, turns, crops to 3:4 and writes the three sizes as WebP. Only pixels go through: metadata, profiles and anything hidden
 * in or behind the picture stay out. Runs the decoder, so untrusted content enters only through process-fotografia.ts.
 */
export async function reencodeFotografia(content: Buffer, recorte?: Recorte): Promise<FotografiaResult> {
  const code = objection(content, recorte) ?? (hasForeignContent(content) ? 'contenido_ajeno' : null)
  if (code) return refuse(code)
  try {
    return await reencode(content, recorte)
  } catch {
    return refuse('ilegible')
  }
}

// `sequentialRead` bounds memory to some rows; `failOn` makes a truncated or damaged picture an error instead of a grey band.
const INPUT = { failOn: 'warning', pages: 1, sequentialRead: true, autoOrient: true } as const

async function reencode(content: Buffer, recorte?: Recorte): Promise<FotografiaResult> {
  const metadata = await sharp(content, { ...INPUT, limitInputPixels: false }).metadata()
  const { width: ancho, height: alto } = metadata.autoOrient
  const region = toPixels({ ancho, alto }, recorte)
  const code = objectionToMetadata({ pixels: ancho * alto, pages: metadata.pages ?? 1, region })
  if (code) return refuse(code)

  const full = DIMENSIONES.grande
  const raw = await sharp(content, { ...INPUT, limitInputPixels: MAX_PIXELS })
    .extract(region)
    .resize(full.ancho, full.alto, { fit: 'cover', position: 'centre' })
    .flatten({ background: '#f2f2f2' })
    .toColourspace('srgb')
    .raw()
    .toBuffer({ resolveWithObject: true })
  const { width, height, channels } = raw.info
  const write = (tamano: Tamano) =>
    sharp(raw.data, { raw: { width, height, channels } })
      .resize(DIMENSIONES[tamano].ancho, DIMENSIONES[tamano].alto)
      .webp({ quality: 82 })
      .toBuffer()
  const tamanos = { chica: await write('chica'), media: await write('media'), grande: await write('grande') }
  const sha256 = createHash('sha256').update(tamanos.grande).digest('hex')
  return { ok: true, fotografia: { sha256, tamanos, ancho, alto } }
}

interface Region {
  left: number
  top: number
  width: number
  height: number
}

function toPixels({ ancho, alto }: { ancho: number; alto: number }, recorte: Recorte = { x: 0, y: 0, ancho: 1, alto: 1 }): Region {
  const left = Math.min(Math.round(recorte.x * ancho), ancho - 1)
  const top = Math.min(Math.round(recorte.y * alto), alto - 1)
  const width = Math.max(1, Math.min(Math.round(recorte.ancho * ancho), ancho - left))
  const height = Math.max(1, Math.min(Math.round(recorte.alto * alto), alto - top))
  return { left, top, width, height }
}

function objectionToMetadata({ pixels, pages, region }: { pixels: number; pages: number; region: Region }): CodigoRechazo | null {
  if (pixels > MAX_PIXELS) return 'demasiados_pixeles'
  if (pages > 1) return 'animada'
  const { ancho, alto } = DIMENSIONES.chica
  return region.width < ancho || region.height < alto ? 'demasiado_pequena' : null
}

/**
 * Marks of a file that is at the same time something else. Long enough that compressed pixels do not show them by chance; trailers
 * that telephones write behind a JPEG (a second JPEG, a short film) are not among them.
 */
const FOREIGN_TEXT = /<\?php|__HALT_COMPILER|<script|<html|<!doctype|<svg[\s>]|%PDF-\d|This program cannot be run in DOS mode/i
const FOREIGN_BYTES = {
  zipEntry: '504b03041400',
  zipEntryStored: '504b03040a00',
  zipEnd: '504b050600000000',
  rar: '526172211a07',
  sevenZip: '377abcaf271c',
  elf64: '7f454c460201',
  elf32: '7f454c460101',
}

function hasForeignContent(content: Buffer): boolean {
  const hasBytes = Object.values(FOREIGN_BYTES).some((bytes) => content.includes(Buffer.from(bytes, 'hex')))
  return hasBytes || FOREIGN_TEXT.test(content.toString('latin1'))
}
