import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { Carpeta } from '../../../apps/api/src/cli/exportacion/carpeta.ts'
import { exportar, type Hecha } from '../../../apps/api/src/cli/exportacion/exportar.ts'
import { Sitio } from '../../../apps/api/src/cli/exportacion/sitio.ts'
import type { TestApp } from '../app.ts'
import { must } from '../registro/candidaturas.ts'
import { unzip } from '../actos/expedientes.ts'

const TYPES: Record<string, string> = { html: 'text/html; charset=utf-8', js: 'text/javascript', css: 'text/css', json: 'application/json', svg: 'image/svg+xml', webp: 'image/webp' } // prettier-ignore

/** A server of files that knows nothing of the system: the file, the file with one of these endings, or 404.html. */
export async function serveFolder(folder: string): Promise<{ url: string; close(): Promise<void> }> {
  const server = createServer((request, response) => {
    const path = decodeURIComponent(new URL(request.url ?? '/', 'http://copia').pathname)
    const names = path === '/' ? ['/index.html'] : ['', '.html', '.json', '.csv', '.webp'].map((end) => path + end)
    const found = names.find((name) => existsSync(join(folder, name)) && statSync(join(folder, name)).isFile())
    const file = found ?? '/404.html'
    const type = TYPES[file.slice(file.lastIndexOf('.') + 1)] ?? 'application/octet-stream'
    response.writeHead(found ? 200 : 404, { 'content-type': type }).end(readFileSync(join(folder, file)))
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  return { url, close: () => new Promise((done) => (server.closeAllConnections(), server.close(() => done()))) }
}

/** Writes a copy of an application's answers at an address, its own unless told. */
export async function exportTo({ app }: TestApp, folder: string, from?: string): Promise<Hecha> {
  if (!app.server.listening) await app.listen({ port: 0, host: '127.0.0.1' })
  const carpeta = await Carpeta.abrir(folder)
  const sitio = new Sitio(from ?? `http://127.0.0.1:${(app.server.address() as AddressInfo).port}`)
  try {
    const hecha = must(await exportar({ sitio, carpeta, ahora: '2030-05-02T17:00:00Z', tell: () => undefined }))
    await carpeta.cambiar()
    return hecha
  } catch (error) {
    await carpeta.abandonar()
    throw error
  } finally {
    sitio.close()
  }
}

/** All that a copy of an application would hold. */
export async function exported(test: TestApp): Promise<Buffer> {
  const home = mkdtempSync(join(tmpdir(), 'conoceles-copia-'))
  await exportTo(test, join(home, 'sitio'))
  const bytes = await everythingIn(join(home, 'sitio'))
  rmSync(home, { recursive: true })
  return bytes
}

/** Every file of a folder, by its path in it. */
export function filesOf(folder: string): string[] {
  const found = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((each) => each.isFile())
  return found.map(({ parentPath, name }) => join(parentPath, name).slice(folder.length + 1)).sort()
}

/** All that a copy holds, as it lies there and unpacked. */
export async function everythingIn(folder: string): Promise<Buffer> {
  const pieces: Buffer[] = []
  for (const file of filesOf(folder)) {
    const bytes = readFileSync(join(folder, file))
    pieces.push(Buffer.from(file), bytes)
    if (file.endsWith('.gz')) pieces.push(gunzipSync(bytes))
    if (file.endsWith('.br')) pieces.push(brotliDecompressSync(bytes))
    if (/\.(zip|xlsx)$/.test(file)) for (const [inside, content] of await unzip(bytes)) pieces.push(Buffer.from(inside), content)
  }
  return Buffer.concat(pieces)
}
