import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import pixelmatch from 'pixelmatch'
import sharp from 'sharp'

/** Share of the dots of a page that may differ: edges of letters, between versions of the program that draws them. */
const TOLERATED = 0.0005

interface Carpetas {
  /** Pictures that somebody accepted. */
  referencias: string
  /** Gets the three pictures of a difference. */
  diferencias: string
  /** Whether what is drawn now takes the place of the reference. */
  aceptar: boolean
}

/** Compares the pages of a document with those that were accepted, and says which differ; each difference leaves three pictures. */
export async function comparar(nombre: string, pages: readonly Buffer[], carpetas: Carpetas): Promise<string[]> {
  const { referencias, aceptar } = carpetas
  const nameOf = (at: number) => `${nombre}-${String(at + 1).padStart(2, '0')}.png`
  const before = existsSync(referencias) ? readdirSync(referencias).filter((name) => name.startsWith(`${nombre}-`)) : []
  if (aceptar) {
    mkdirSync(referencias, { recursive: true })
    for (const name of before) rmSync(join(referencias, name))
    for (const [at, page] of pages.entries()) writeFileSync(join(referencias, nameOf(at)), await small(page))
    return []
  }
  const told = before.length === pages.length ? [] : [`${nombre}: son ${pages.length} páginas y eran ${before.length}`]
  for (const [at, page] of pages.entries()) told.push(...(await difference(nameOf(at), page, carpetas)))
  return told
}

function small(page: Buffer): Promise<Buffer> {
  return sharp(page).greyscale().png({ palette: true, colours: 16, compressionLevel: 9 }).toBuffer()
}

async function difference(name: string, page: Buffer, { referencias, diferencias }: Carpetas): Promise<string[]> {
  const path = join(referencias, name)
  if (!existsSync(path)) return []
  const accepted = readFileSync(path)
  const [old, now] = [await dots(accepted), await dots(await small(page))]
  const { width, height } = now.info
  const same = old.info.width === width && old.info.height === height
  const out = Buffer.alloc(width * height * 4)
  const count = same ? pixelmatch(old.data, now.data, out, width, height, { threshold: 0.25 }) : width * height
  if (count <= width * height * TOLERATED) return []
  mkdirSync(diferencias, { recursive: true })
  writeFileSync(join(diferencias, `${name}-antes.png`), accepted)
  writeFileSync(join(diferencias, `${name}-ahora.png`), page)
  writeFileSync(
    join(diferencias, `${name}-diferencia.png`),
    await sharp(out, { raw: { width, height, channels: 4 } })
      .png()
      .toBuffer(),
  )
  return [`${name}: difieren ${count} puntos`]
}

function dots(png: Buffer) {
  return sharp(png).ensureAlpha().toColourspace('srgb').raw().toBuffer({ resolveWithObject: true })
}
