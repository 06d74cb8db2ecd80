import { buildSync } from 'esbuild'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { resolve } from 'node:path'
import sharp from 'sharp'
import type { CodigoRechazo, ProcessedFotografia, Recorte } from './fotografia.ts'
import {
  HTML,
  PDF,
  PHP,
  PNG_MAGIC,
  ZIP,
  animatedWebp,
  append,
  claimJpegSize,
  colourAt,
  flipInside,
  half,
  halves,
  jpeg,
  picture,
  png,
  pngBomb,
  webp,
  withJpegComment,
  withPngText,
} from './image-fixtures.ts'
import type { ProcessFotografia } from './process-fotografia.ts'
import { createProcessFotografia } from './process-fotografia.ts'

const cache = resolve(__dirname, '../../../../node_modules/.cache/conoceles')
const workerPath = resolve(cache, 'fotografia.worker.mjs')
let processFotografia: ProcessFotografia

// Processes are started: on a busy machine that takes its time.
jest.setTimeout(60_000)

beforeAll(() => {
  mkdirSync(cache, { recursive: true })
  buildSync({
    entryPoints: [resolve(__dirname, 'fotografia.worker.ts')],
    outfile: workerPath,
    bundle: true,
    packages: 'external',
    alias: { '@conoceles/domain/typed': resolve(__dirname, '../../../../../../packages/domain/src/base/typed.ts') },
    platform: 'node',
    format: 'esm',
  })
  processFotografia = createProcessFotografia({ workerPath, timeoutMs: 20_000 })
})

describe('hostile files', () => {
  const cases: [string, CodigoRechazo, () => Promise<Buffer> | Buffer][] = [
    ['zero bytes', 'vacio', () => Buffer.alloc(0)],
    ['more than 5 MB', 'demasiado_grande', async () => append(await jpeg(), Buffer.alloc(5 * 1024 * 1024))],
    ['GIF', 'formato', () => picture().gif().toBuffer()],
    ['GIF that is also JavaScript', 'formato', () => Buffer.from('GIF89a=1;alert(1)//')],
    ['SVG', 'formato', () => Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>')],
    ['SVG with prologue and script', 'formato', () => Buffer.from('<?xml version="1.0"?><svg><script>alert(1)</script></svg>')],
    ['HTML', 'formato', () => HTML],
    ['PDF', 'formato', () => PDF],
    ['PHP', 'formato', () => PHP],
    ['ZIP', 'formato', () => ZIP],
    ['BMP', 'formato', () => append(Buffer.from('BM'), Buffer.alloc(200))],
    ['TIFF', 'formato', () => picture().tiff().toBuffer()],
    ['AVIF', 'formato', () => picture(64, 64).avif().toBuffer()],
    ['WAV sound in a RIFF container', 'formato', () => append(Buffer.from('RIFF....WAVEfmt '), Buffer.alloc(64))],
    ['picture behind leading spaces', 'formato', async () => append(Buffer.from('  '), await jpeg())],
    ['only the magic bytes of a JPEG', 'ilegible', () => Buffer.from('ffd8ff', 'hex')],
    ['only the magic bytes of a PNG', 'ilegible', () => PNG_MAGIC],
    ['noise behind the magic bytes of a JPEG', 'ilegible', () => append(Buffer.from('ffd8ffe0', 'hex'), Buffer.alloc(5000, 0x5a))],
    ['truncated JPEG', 'ilegible', async () => half(await jpeg())],
    ['truncated PNG', 'ilegible', async () => half(await png())],
    ['truncated WebP', 'ilegible', async () => half(await webp())],
    ['PNG with a damaged checksum', 'ilegible', async () => flipInside(await png())],
    ['PNG that claims 30000 by 30000', 'demasiados_pixeles', () => pngBomb(30_000)],
    ['JPEG that claims 60000 by 60000', 'demasiados_pixeles', async () => claimJpegSize(await jpeg(), 60_000)],
    ['animated WebP', 'animada', () => animatedWebp()],
    ['picture of 40 by 40', 'demasiado_pequena', () => picture(40, 40).jpeg().toBuffer()],
    ['JPEG followed by a ZIP', 'contenido_ajeno', async () => append(await jpeg(), ZIP)],
    ['JPEG followed by PHP', 'contenido_ajeno', async () => append(await jpeg(), PHP)],
    ['JPEG followed by HTML', 'contenido_ajeno', async () => append(await jpeg(), HTML)],
    ['JPEG followed by a RAR', 'contenido_ajeno', async () => append(await jpeg(), Buffer.from('Rar!\x1a\x07\x01\x00', 'latin1'))],
    ['JPEG followed by an ELF program', 'contenido_ajeno', async () => append(await jpeg(), Buffer.from('\x7fELF\x02\x01\x01', 'latin1'))],
    ['JPEG with PHP in its comment', 'contenido_ajeno', async () => withJpegComment(await jpeg(), PHP)],
    ['JPEG with a script in its comment', 'contenido_ajeno', async () => withJpegComment(await jpeg(), HTML)],
    ['PNG with a PDF in a text chunk', 'contenido_ajeno', async () => withPngText(await png(), PDF)],
    ['PNG followed by a ZIP', 'contenido_ajeno', async () => append(await png(), ZIP)],
    ['WebP followed by a ZIP', 'contenido_ajeno', async () => append(await webp(), ZIP)],
  ]

  test.each(cases)('%s is refused as %s', async (_title, codigo, make) => {
    const result = await processFotografia(await make())
    expect(result).toMatchObject({ ok: false, codigo, razon: expect.stringMatching(/\.$/) })
  })
})

describe('data that a photograph carries besides pixels', () => {
  const gps = { IFD0: { Artist: 'CANARIO', Copyright: 'CANARIO' }, IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '18/1 55/1 7/1' } }

  test.each<[string, () => Promise<Buffer>]>([
    ['EXIF with author and position', () => picture().withExif(gps).jpeg().toBuffer()],
    ['a colour profile', () => picture().withIccProfile('p3').jpeg().toBuffer()],
    ['an XMP packet', () => picture().withXmp('<x:xmpmeta xmlns:x="adobe:ns:meta/">CANARIO</x:xmpmeta>').jpeg().toBuffer()],
    ['a second JPEG behind it, as telephones do', async () => append(await jpeg(), await jpeg())],
    ['a comment', async () => withJpegComment(await jpeg(), Buffer.from('CANARIO'))],
    ['a text chunk', async () => withPngText(await png(), Buffer.from('Comment\0CANARIO'))],
  ])('%s is left out', async (_title, make) => {
    const { tamanos } = await accepted(await make())
    for (const size of Object.values(tamanos)) {
      const metadata = await sharp(size).metadata()
      expect(metadata).toMatchObject({ format: 'webp', hasProfile: false })
      expect([metadata.exif, metadata.xmp, metadata.iptc, metadata.icc]).toEqual([undefined, undefined, undefined, undefined])
      expect(size.includes('CANARIO')).toBe(false)
    }
  })
})

describe('a fair photograph', () => {
  test.each<[string, () => Promise<Buffer>]>([
    ['JPEG', jpeg],
    ['PNG with transparency', () => picture().ensureAlpha(0.5).png().toBuffer()],
    ['PNG of 16 bits', () => picture().toColourspace('rgb16').png().toBuffer()],
    ['grey JPEG', () => picture().greyscale().jpeg().toBuffer()],
    ['CMYK JPEG', () => picture().toColourspace('cmyk').jpeg().toBuffer()],
    ['WebP', webp],
  ])('%s comes out in three sizes', async (_title, make) => {
    const { tamanos, sha256, ancho, alto } = await accepted(await make())
    const sizes = await Promise.all(Object.values(tamanos).map((size) => sharp(size).metadata()))
    expect(sizes.map(({ width, height, channels }) => [width, height, channels])).toEqual([
      [150, 200, 3],
      [300, 400, 3],
      [600, 800, 3],
    ])
    expect(sha256).toMatch(/^[0-9a-f]{64}$/)
    expect([ancho, alto]).toEqual([640, 480])
  })

  test('the same photograph gives the same bytes', async () => {
    const content = await jpeg()
    expect(await accepted(content)).toEqual(await accepted(content))
  })

  test('a photograph taken sideways is turned before it is cropped', async () => {
    // Red left, blue right; orientation 6 (turn right) brings the left side up.
    const sideways = await halves().withMetadata({ orientation: 6 }).jpeg().toBuffer()
    const { tamanos, ancho, alto } = await accepted(sideways)
    expect([ancho, alto]).toEqual([600, 800])
    expect(await colourAt(tamanos.media, { left: 150, top: 50 })).toBe('red')
    expect(await colourAt(tamanos.media, { left: 150, top: 350 })).toBe('blue')
  })

  test('only the chosen part is kept', async () => {
    const { tamanos } = await accepted(await halves().jpeg().toBuffer(), { x: 0.55, y: 0, ancho: 0.45, alto: 1 })
    expect(await colourAt(tamanos.chica, { left: 5, top: 100 })).toBe('blue')
  })

  test.each<Recorte>([
    { x: -0.1, y: 0, ancho: 1, alto: 1 },
    { x: 0.6, y: 0, ancho: 0.5, alto: 1 },
    { x: 0, y: 0, ancho: 0, alto: 1 },
    { x: 0, y: Number.NaN, ancho: 1, alto: 1 },
  ])('a part outside the picture is refused: %j', async (recorte) => {
    expect(await processFotografia(await jpeg(), { recorte })).toMatchObject({ ok: false, codigo: 'recorte_invalido' })
  })

  test('a part too small to show a face is refused', async () => {
    const recorte = { x: 0, y: 0, ancho: 0.1, alto: 0.1 }
    expect(await processFotografia(await jpeg(), { recorte })).toMatchObject({ ok: false, codigo: 'demasiado_pequena' })
  })
})

describe('the child process', () => {
  test('a child that hangs is killed at the limit', async () => {
    const pidFile = resolve(cache, 'hanging.pid')
    const hanging = worker('hanging', `writeFileSync(${JSON.stringify(pidFile)}, String(process.pid)); for (;;);`)
    const result = await createProcessFotografia({ workerPath: hanging, timeoutMs: 300 })(await jpeg())
    expect(result).toMatchObject({ ok: false, codigo: 'tiempo' })
    const pid = Number(readFileSync(pidFile, 'utf8'))
    await expect(waitUntilDead(pid)).resolves.toBe(true)
  })

  test('a child that dies with the photograph refuses it, and the next one is served', async () => {
    const dying = worker('dying', 'process.exit(9)')
    expect(await createProcessFotografia({ workerPath: dying })(await jpeg())).toMatchObject({ ok: false, codigo: 'ilegible' })
    await accepted(await jpeg())
  })

  test('a worker that is not there is a fault of ours, not of the photograph', async () => {
    const absent = createProcessFotografia({ workerPath: resolve(cache, 'absent.mjs') })
    await expect(absent(await jpeg())).rejects.toThrow('did not start')
  })

  test('nothing of the environment reaches the child', async () => {
    const telling = worker('telling', 'process.send({ ok: false, codigo: "ilegible", razon: Object.keys(process.env).join() })')
    const result = await createProcessFotografia({ workerPath: telling })(await jpeg())
    expect(result).toMatchObject({ razon: expect.stringMatching(/^(NODE_CHANNEL_\w+,?)*$/) })
  })

  test('one photograph at a time, and no more than a few waiting', async () => {
    const slow = worker('slow', 'setTimeout(() => process.send({ ok: false, codigo: "ilegible", razon: String(Date.now()) }), 150)')
    const queue = createProcessFotografia({ workerPath: slow, maxWaiting: 3 })
    const content = await jpeg()
    const results = await Promise.all([queue(content), queue(content), queue(content), queue(content)])
    expect(results.map((result) => !result.ok && result.codigo)).toEqual(['ilegible', 'ilegible', 'ilegible', 'ocupado'])
    const [first = 0, second = 0] = results.map((result) => (result.ok ? 0 : Number(result.razon)))
    expect(second - first).toBeGreaterThanOrEqual(150)
  })
})

async function accepted(content: Buffer, recorte?: Recorte): Promise<ProcessedFotografia> {
  const result = await processFotografia(content, { recorte })
  if (!result.ok) throw new Error(`refused: ${result.codigo}`)
  return result.fotografia
}

/** A worker that does `body` once it has the photograph. */
function worker(name: string, body: string): string {
  const path = resolve(cache, `${name}.mjs`)
  writeFileSync(path, `import { writeFileSync } from 'node:fs'\nprocess.once('message', () => { ${body} })\nprocess.send('ready')\n`)
  return path
}

async function waitUntilDead(pid: number): Promise<boolean> {
  for (let tries = 0; tries < 50; tries += 1) {
    try {
      process.kill(pid, 0)
    } catch {
      return true
    }
    await new Promise((done) => setTimeout(done, 20))
  }
  return false
}
