import { createReadStream } from 'node:fs'
import { readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import type { Readable } from 'node:stream'
import { openPromise, type Entry, type ZipFile } from 'yauzl'
import { ContradictionError, UnreadableError } from './faults.ts'

/** Source of an expediente: its ZIP, or the folder in which somebody unpacked it. */
export interface ExpedienteSource {
  name: string
  /** Path of every file, also of those that should not be there. */
  rutas(): Promise<string[]>
  open(ruta: string): Promise<Readable>
  close(): void
}

/** Whether the path is an expediente; otherwise it is taken for a corte. */
export async function isExpediente(place: string): Promise<boolean> {
  if (/^https?:\/\//.test(place)) return false
  const found = await stat(place).catch(() => null)
  if (found?.isFile()) return true
  return found !== null && (await stat(join(place, INDICE)).catch(() => null)) !== null
}

export const INDICE = 'indice.json'
export const FIRMA = 'firma.json'

export async function openExpediente(place: string): Promise<ExpedienteSource> {
  return (await stat(place)).isFile() ? zipSource(place) : folderSource(place)
}

/** A text of the expediente that has to be there. */
export async function readTexto(source: ExpedienteSource, ruta: string): Promise<string> {
  if (!(await source.rutas()).includes(ruta)) throw new ContradictionError(`Falta ${ruta}.`)
  return text(await source.open(ruta)).catch((error: Error) => {
    throw new ContradictionError(`${ruta} está dañado: ${error.message}.`)
  })
}

function folderSource(folder: string): ExpedienteSource {
  return {
    name: folder,
    rutas: async () => {
      const found = await readdir(folder, { recursive: true, withFileTypes: true })
      return found.filter((each) => !each.isDirectory()).map(({ parentPath, name }) => toRuta(folder, join(parentPath, name)))
    },
    open: async (ruta) => createReadStream(join(folder, ruta)),
    close: () => undefined,
  }
}

function toRuta(folder: string, path: string): string {
  return path.slice(join(folder, '/').length).replaceAll('\\', '/')
}

async function zipSource(file: string): Promise<ExpedienteSource> {
  const { zip, entries } = await readEntries(file).catch((error: Error) => {
    throw new UnreadableError(`${file} no se puede leer como ZIP: ${error.message}.`)
  })
  const byRuta = new Map(entries.map((entry) => [entry.fileName, entry]))
  return {
    name: file,
    rutas: async () => entries.map(({ fileName }) => fileName),
    open: (ruta) => zip.openReadStreamPromise(byRuta.get(ruta) as Entry),
    close: () => zip.close(),
  }
}

async function readEntries(file: string): Promise<{ zip: ZipFile; entries: Entry[] }> {
  const zip = await openPromise(file, { autoClose: false })
  const entries: Entry[] = []
  for await (const entry of zip.eachEntry()) entries.push(entry)
  return { zip, entries: entries.filter(({ fileName }) => !fileName.endsWith('/')) }
}
