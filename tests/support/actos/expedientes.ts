import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fromBufferPromise } from 'yauzl'

export type Archivos = Map<string, Buffer>

/** Every file of a ZIP, by somebody else's reader. */
export async function unzip(bytes: Buffer): Promise<Archivos> {
  const zip = await fromBufferPromise(bytes)
  const files: Archivos = new Map()
  for await (const entry of zip.eachEntry()) {
    const chunks: Buffer[] = []
    for await (const chunk of await zip.openReadStreamPromise(entry)) chunks.push(chunk as Buffer)
    files.set(entry.fileName, Buffer.concat(chunks))
  }
  return files
}

/** The folder in which somebody unpacked it. */
export function unpack(files: Archivos): string {
  const folder = mkdtempSync(join(tmpdir(), 'conoceles-expediente-prueba-'))
  for (const [ruta, contenido] of files) {
    mkdirSync(dirname(join(folder, ruta)), { recursive: true })
    writeFileSync(join(folder, ruta), contenido)
  }
  return folder
}
