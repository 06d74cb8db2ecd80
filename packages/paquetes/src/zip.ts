import { text } from 'node:stream/consumers'
import { fromBufferPromise, openPromise, type Entry, type ZipFile } from 'yauzl'
import { isSymbolicLink } from './carpeta.ts'
import { esAjeno, MAX_ARCHIVO, PaqueteError, type Archivos, type Textos } from './textos.ts'

const MAX_ENTRADAS = 200
const MAX_TOTAL = 150_000_000

/** Reads the files of a ZIP, at its root or in its only folder. What it says of its sizes is checked while it is read. */
export async function abrirZip(archivo: string): Promise<Archivos> {
  return readAs(archivo, await openPromise(archivo, OPCIONES).catch(refuseZip(archivo)), MAX_TOTAL)
}

/** A ZIP that somebody uploaded is unpacked in memory: it may hold less than a file of the operator. */
const MAX_SUBIDO = 25_000_000

/** The same of a ZIP in memory; its name is only told. */
export async function abrirZipSubido({ nombre, contenido }: { nombre: string; contenido: Buffer }): Promise<Archivos> {
  return readAs(nombre, await fromBufferPromise(contenido, OPCIONES).catch(refuseZip(nombre)), MAX_SUBIDO)
}

async function readAs(archivo: string, zip: ZipFile, maxTotal: number): Promise<Archivos> {
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

async function readAll(zip: ZipFile, maxTotal: number): Promise<Archivos> {
  const textos = new Map<string, string>()
  const ignorados: string[] = []
  let total = 0
  let count = 0
  for await (const entry of zip.eachEntry()) {
    total += entry.uncompressedSize
    if (++count > MAX_ENTRADAS || total > maxTotal || entry.uncompressedSize > MAX_ARCHIVO)
      throw new PaqueteError('El ZIP es demasiado grande para un paquete. Deje en él sólo los archivos del paquete.')
    refuseLink(entry)
    const ruta = entry.fileName
    if (ruta.endsWith('/') || esAjeno(ruta)) continue
    if (ruta.endsWith('.json')) textos.set(ruta, await text(await zip.openReadStreamPromise(entry)))
    else ignorados.push(ruta)
  }
  return atRoot({ textos, ignorados })
}

function refuseLink({ fileName, externalFileAttributes }: Entry): void {
  if (isSymbolicLink(externalFileAttributes >>> UNIX_MODE_BITS))
    throw new PaqueteError(`${fileName}: es un enlace. Ponga en su lugar el archivo mismo.`)
}

const UNIX_MODE_BITS = 16

/** People compress the folder as often as its contents. */
function atRoot({ textos, ignorados }: { textos: Textos; ignorados: string[] }): Archivos {
  if (textos.has('paquete.json')) return { textos, ignorados }
  const heads = [...textos.keys()].filter((ruta) => /^[^/]+\/paquete\.json$/.test(ruta))
  const [head] = heads
  if (head === undefined || heads.length > 1) throw new PaqueteError('El ZIP no trae un paquete: falta paquete.json, o hay varios.')
  const folder = head.slice(0, -'paquete.json'.length)
  const inside = [...textos].filter(([ruta]) => ruta.startsWith(folder)).map(([ruta, texto]) => [ruta.slice(folder.length), texto] as const)
  const outside = [...textos.keys()].filter((ruta) => !ruta.startsWith(folder))
  return { textos: new Map(inside), ignorados: [...ignorados, ...outside] }
}

function againstEntry(error: unknown): string {
  const { message } = error as Error
  if (/relative path|absolute path|invalid characters/.test(message))
    return 'trae un archivo que saldría de la carpeta del paquete («../», una ruta absoluta o «\\»). No se leyó nada.'
  return 'está dañado o no dice la verdad sobre su tamaño. Comprímalo otra vez.'
}
