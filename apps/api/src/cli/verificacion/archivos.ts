import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { brotliDecompress, gunzip } from 'node:zlib'

/** Folder of the public answers in an exported copy: the same as in their addresses. */
export const DATOS = 'api/v1/publico'

/** Compressed forms that lie beside a file, by how the name of each ends. */
export const COMPRIMIDOS = {
  '.br': promisify(brotliDecompress),
  '.gz': promisify(gunzip),
} as const

/** File of a public answer in an exported copy, from its path alone: `estadisticas/edad` and `estadisticas/edad/csv` cannot be one name. */
export function archivoDeDatos(ruta: string): string {
  const last = ruta.slice(ruta.lastIndexOf('/') + 1)
  const file = `${DATOS}/${ruta}`
  if (last === 'csv') return `${file}.csv`
  if (last === 'fotografia') return `${file}.webp`
  return last.includes('.') ? file : `${file}.json`
}

/** File of the page of an address: `/boleta` is `boleta.html`. */
export function archivoDePagina(direccion: string): string {
  return direccion === '/' ? 'index.html' : `${direccion.slice(1)}.html`
}

/** File of a path in a manifest. */
export function archivoDeRecurso(ruta: string): string {
  return ruta.startsWith('paginas/') ? archivoDePagina(ruta.slice('paginas'.length)) : archivoDeDatos(ruta)
}

/** The bytes of a file of a copy, and which of its compressed forms hold something else or nothing that can be read. */
export async function readArchivo(folder: string, archivo: string): Promise<{ bytes: Buffer; alterados: string[] }> {
  const bytes = await readFile(join(folder, archivo))
  const alterados: string[] = []
  for (const [end, unpack] of Object.entries(COMPRIMIDOS)) {
    const packed = await readFile(join(folder, archivo + end)).catch(() => null)
    if (!packed) continue
    const unpacked = await unpack(packed).catch(() => null)
    if (!unpacked?.equals(bytes)) alterados.push(archivo + end)
  }
  return { bytes, alterados }
}
