import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { readdir, readFile } from 'node:fs/promises'
import { join, relative, sep } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { parseJson } from '@conoceles/domain/typed'
import { ContradictionError, UnreadableError } from './faults.ts'

/** File that marks a folder as a copy. It says the corte, time and address of the copy, and the hash of its inventory. */
export const SENA = 'copia.json'
/** Every other file of a copy and its hash, as `sha256sum` writes them: `sha256sum -c SHA256SUMS` checks them too. */
export const INVENTARIO = 'SHA256SUMS'
/** Marks an export under way. */
export const TURNO = '.en-curso'

const APART = [SENA, INVENTARIO, TURNO]
const AT_ONCE = 16
/** How many files are named of those that differ. */
const NAMED = 3

/** The inventory of a folder, as text. */
export async function inventariar(folder: string): Promise<string> {
  const files = await filesOf(folder)
  const hashes = new Map<string, string>()
  const pending = files.values()
  const worker = async () => {
    for (const file of pending) hashes.set(file, await hashOf(join(folder, file)))
  }
  await Promise.all(Array.from({ length: AT_ONCE }, worker))
  return files.map((file) => `${hashes.get(file)}  ${file}\n`).join('')
}

export function huellaDe(inventario: string): string {
  return createHash('sha256').update(inventario).digest('hex')
}

/**
 * Checks that a copy holds the very files that were copied, those of the cortes and the unsigned ones (downloads, histories, the visor
 * itself). An account that can write the folder can write its inventory too. So the operator who made the copy compares `huella` with the
 * one that the export told.
 */
export async function verifyInventario(folder: string): Promise<{ archivos: number; huella: string }> {
  const inventario = await read(folder, INVENTARIO)
  const huella = huellaDe(inventario)
  const { inventario: said } = parseJson<{ inventario?: string }>(await read(folder, SENA))
  if (said !== huella) throw new ContradictionError(`${INVENTARIO} no es el que se escribió con la copia.`)
  const expected = toMap(inventario)
  const found = toMap(await inventariar(folder))
  const differing = [
    ...[...expected].filter(([file, hash]) => found.has(file) && found.get(file) !== hash).map(([file]) => `${file} no es lo que se copió`),
    ...[...expected.keys()].filter((file) => !found.has(file)).map((file) => `falta ${file}`),
    ...[...found.keys()].filter((file) => !expected.has(file)).map((file) => `${file} no es de la copia`),
  ]
  if (differing.length > 0) throw new ContradictionError(sentenceOf(differing))
  return { archivos: expected.size, huella }
}

function sentenceOf(differing: readonly string[]): string {
  const rest = differing.length - NAMED
  return `${differing.slice(0, NAMED).join('; ')}${rest > 0 ? `; y ${rest} más` : ''}.`
}

async function read(folder: string, file: string): Promise<string> {
  return readFile(join(folder, file), 'utf8').catch(() => {
    throw new UnreadableError(`No se pudo leer ${file}: ¿es una carpeta que escribió npm run exportar?`)
  })
}

/** By their path, with the same separator everywhere, in the order of their code points. */
async function filesOf(folder: string): Promise<string[]> {
  const found = await readdir(folder, { recursive: true, withFileTypes: true })
  return found
    .filter((each) => !each.isDirectory())
    .map(({ parentPath, name }) => relative(folder, join(parentPath, name)).split(sep).join('/'))
    .filter((file) => !APART.includes(file))
    .sort()
}

async function hashOf(path: string): Promise<string> {
  const hash = createHash('sha256')
  await pipeline(createReadStream(path), hash)
  return hash.digest('hex')
}

const LINE = /^([0-9a-f]{64}) {2}(.+)$/

function toMap(inventario: string): Map<string, string> {
  const lines = inventario.split('\n').filter((line) => line !== '')
  return new Map(
    lines.map((line) => {
      const [, hash, file] = LINE.exec(line) ?? []
      if (hash === undefined || file === undefined) throw new ContradictionError(`${INVENTARIO} no tiene la forma de un inventario.`)
      return [file, hash]
    }),
  )
}
