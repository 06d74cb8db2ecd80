import { text } from 'node:stream/consumers'
import { fromBufferPromise, openPromise, type Entry, type ZipFile } from 'yauzl'
import { isSymbolicLink } from './carpeta.ts'
import { MAX_ARCHIVO, PaqueteError, type Textos } from './textos.ts'

const MAX_ENTRADAS = 200
const MAX_TOTAL = 150_000_000

/** Reads the files of a ZIP, at its root or in its only folder. What it says of its sizes is checked while it is read. */
export async function abrirZip(archivo: string): Promise<Textos> {
  return readAs(archivo, await openPromise(archivo, OPCIONES).catch(refuseZip(archivo)), MAX_TOTAL)
}

/** A ZIP that somebody uploaded is unpacked in memory: it may hold less than a file of the operator. */
const MAX_SUBIDO = 25_000_000

/** The same of a ZIP in memory; its name is only told. */
export async function abrirZipSubido({ nombre, contenido }: { nombre: string; contenido: Buffer }): Promise<Textos> {
  return readAs(nombre, await fromBufferPromise(contenido, OPCIONES).catch(refuseZip(nombre)), MAX_SUBIDO)
}

async function readAs(archivo: string, zip: ZipFile, maxTotal: number): Promise<Textos> {
  try {
    return await readAll(zip, maxTotal)
  } catch (error) {
    if (error instanceof PaqueteError) throw error
    throw new PaqueteError(`${archivo}: ${againstEntry(error)}`)
  } finally {
    zip.close()
  }
}

/** yauzl refuses `../`, absolute paths and backslashes by itself, and streams that are longer than their entry says. */
const OPCIONES = { autoClose: false, strictFileNames: true, validateEntrySizes: true }

function refuseZip(archivo: string): () => never {
  return () => {
    throw new PaqueteError(`${archivo} no se puede leer como ZIP. Comprímalo otra vez, o dé la carpeta.`)
  }
}

async function readAll(zip: ZipFile, maxTotal: number): Promise<Textos> {
  const textos = new Map<string, string>()
  let total = 0
  let count = 0
  for await (const entry of zip.eachEntry()) {
    total += entry.uncompressedSize
    if (++count > MAX_ENTRADAS || total > maxTotal || entry.uncompressedSize > MAX_ARCHIVO)
      throw new PaqueteError('El ZIP es demasiado grande para un paquete. Deje en él sólo los archivos del paquete.')
    refuseLink(entry)
    if (entry.fileName.endsWith('.json')) textos.set(entry.fileName, await text(await zip.openReadStreamPromise(entry)))
  }
  return atRoot(textos)
}

function refuseLink({ fileName, externalFileAttributes }: Entry): void {
  if (isSymbolicLink(externalFileAttributes >>> UNIX_MODE_BITS))
    throw new PaqueteError(`${fileName}: es un enlace. Ponga en su lugar el archivo mismo.`)
}

const UNIX_MODE_BITS = 16

/** People compress the folder as often as its contents. */
function atRoot(textos: Textos): Textos {
  if (textos.has('paquete.json')) return textos
  const heads = [...textos.keys()].filter((ruta) => /^[^/]+\/paquete\.json$/.test(ruta))
  const [head] = heads
  if (head === undefined || heads.length > 1) throw new PaqueteError('El ZIP no trae un paquete: falta paquete.json, o hay varios.')
  const folder = head.slice(0, -'paquete.json'.length)
  return new Map([...textos].flatMap(([ruta, texto]) => (ruta.startsWith(folder) ? [[ruta.slice(folder.length), texto]] : [])))
}

function againstEntry(error: unknown): string {
  const { message } = error as Error
  if (/relative path|absolute path|invalid characters/.test(message))
    return 'trae un archivo que saldría de la carpeta del paquete («../», una ruta absoluta o «\\»). No se leyó nada.'
  return 'está dañado o no dice la verdad sobre su tamaño. Comprímalo otra vez.'
}
