import { mkdtempSync, rmSync } from 'node:fs'
import { open } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PassThrough, Readable, Writable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { gunzipSync } from 'node:zlib'
import { openHecho, TextoEnArchivo, writeBinario, type Descarga } from './archivo-hecho.ts'
import { Entrega } from './entrega.ts'

// Several pieces long, also when compressed: each line is unlike the others.
const TEXTO = Array.from({ length: 60_000 }, (_, line) => `${line},${Math.imul(line, 2_654_435_761) >>> 0}`).join('\r\n')

let folder: string

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'conoceles-test-entrega-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

async function givenText(): Promise<Descarga> {
  const archivo = new TextoEnArchivo(folder, 'candidaturas.csv')
  await archivo.write(TEXTO)
  return archivo.end()
}

async function givenEntrega(descarga: Descarga) {
  const file = await open(join(folder, descarga.archivo))
  return { file, entrega: new Entrega(descarga, 'candidaturas.csv', file) }
}

async function received(entrega: Entrega, { zipped }: { zipped: boolean }): Promise<Buffer> {
  const target = new PassThrough()
  const [bytes] = await Promise.all([buffer(target), entrega.send(target, { zipped })])
  return bytes
}

/** Takes one piece and goes away, as a browser whose person closes the page. */
const hangingUp = () =>
  new Writable({
    write(_piece, _encoding, done) {
      this.destroy()
      done()
    },
  })

describe('a download that was made', () => {
  it('is whole for the next client after one hung up in the middle, compressed or not', async () => {
    const { entrega } = await givenEntrega(await givenText())
    for (const zipped of [true, false]) {
      await entrega.send(hangingUp(), { zipped })
      expect(gunzipSync(await received(entrega, { zipped: true })).toString()).toBe(TEXTO)
      expect((await received(entrega, { zipped: false })).toString()).toBe(TEXTO)
    }
    await entrega.release()
  })

  it('is whole after it uncompressed too, and a reader that had begun reads to the end when it is released', async () => {
    const descarga = await writeBinario(folder, { archivo: 'todo.zip', source: Readable.from([Buffer.from(TEXTO)]) })
    const { file, entrega } = await givenEntrega(descarga)
    await entrega.send(hangingUp(), { zipped: false })
    const reading = received(entrega, { zipped: false })
    await entrega.release()
    expect((await reading).toString()).toBe(TEXTO)
    await expect(file.stat()).rejects.toThrow()
  })

  it('is cut off when its file is shorter than its size, instead of told as whole', async () => {
    const descarga = await writeBinario(folder, { archivo: 'todo.zip', source: Readable.from([Buffer.from(TEXTO)]) })
    const { entrega } = await givenEntrega({ ...descarga, ocupa: descarga.ocupa + 1 })
    const target = new PassThrough()
    const sent = expect(entrega.send(target.resume(), { zipped: false })).rejects.toThrow('candidaturas.csv ends before its size.')
    await expect(buffer(target)).rejects.toThrow()
    await sent
    await entrega.release()
    expect((await buffer(openHecho(folder, descarga))).length).toBe(descarga.bytes)
  })
})
