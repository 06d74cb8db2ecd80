import { createHash } from 'node:crypto'
import { copyFile, link, mkdir, readdir, readFile, rename, rm, rmdir, stat, writeFile } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import { codeOf } from '@conoceles/domain/typed'
import { COMPRIMIDOS, readArchivo } from '../verificacion/archivos.ts'
import { SENA, TURNO } from '../verificacion/inventario.ts'

/** Reason why a folder cannot be written. The message is for the operator who named it. */
export class CarpetaError extends Error {}

/** A file and its compressed forms, by how the name of each ends: '' is the file itself. */
export type Formas = Record<'', Buffer> & Partial<Record<keyof typeof COMPRIMIDOS, Buffer>>

/** A file that is known, and in which folder it lies. */
export interface Anterior {
  bytes: Buffer
  sha256: string
  en: string
}

/**
 * A folder that holds one whole copy or the one before it, never half of one. The next copy is made beside it and takes its place by
 * renaming. Unchanged files are linked and not written again, so that their dates stay too. Files that the next copy lacks go with the one
 * before.
 */
export class Carpeta {
  escritos = 0
  iguales = 0
  private readonly folders = new Set<string>()

  private constructor(
    readonly folder: string,
    /** Folder in which the next copy is made. */
    readonly nueva: string,
    /** Folder with the files of an attempt that was begun again. */
    private readonly intento: string,
  ) {}

  static async abrir(place: string): Promise<Carpeta> {
    const folder = resolve(place)
    const [nueva, anterior, intento] = [`${folder}.nueva`, `${folder}.anterior`, `${folder}.intento`]
    try {
      // Killed between the two names of a change of place.
      if (!(await exists(folder)) && (await exists(anterior))) await rename(anterior, folder)
      await assertUsable(folder)
      await takeTurn(nueva)
      for (const old of [anterior, intento]) await rm(old, { recursive: true, force: true })
    } catch (error) {
      throw toCarpetaError(error, folder)
    }
    return new Carpeta(folder, nueva, intento)
  }

  /** A file of the attempt before it was begun again, or else of the copy before, if it is whole. */
  async anterior(archivo: string): Promise<Anterior | null> {
    for (const en of [this.intento, this.folder]) {
      const found = await readArchivo(en, archivo).catch(() => null)
      if (found && found.alterados.length === 0)
        return { bytes: found.bytes, sha256: createHash('sha256').update(found.bytes).digest('hex'), en }
    }
    return null
  }

  /** The file stays as it was found. */
  async conservar(archivo: string, { en }: Anterior): Promise<void> {
    this.iguales += 1
    await this.enlazar(join(en, archivo), archivo)
  }

  /** The same file under another name. */
  async repetir(from: string, archivo: string): Promise<void> {
    await this.enlazar(join(this.nueva, from), archivo)
  }

  async escribir(archivo: string, formas: Formas): Promise<void> {
    this.escritos += 1
    await this.hacerSitio(archivo)
    for (const [end, bytes] of Object.entries(formas)) await writeFile(join(this.nueva, archivo + end), bytes)
  }

  /** The new copy takes the place of the one before: two renames, one after the other. */
  async cambiar(): Promise<void> {
    const anterior = `${this.folder}.anterior`
    try {
      await rm(join(this.nueva, TURNO))
      if (await exists(this.folder)) await rename(this.folder, anterior)
      await rename(this.nueva, this.folder)
      for (const old of [anterior, this.intento]) await rm(old, { recursive: true, force: true })
    } catch (error) {
      throw toCarpetaError(error, this.folder)
    }
  }

  /** To begin again: files made so far serve for equal ones in the next turn. */
  async vaciar(): Promise<void> {
    await rm(this.intento, { recursive: true, force: true })
    await mkdir(this.intento)
    for (const name of await readdir(this.nueva)) if (name !== TURNO) await rename(join(this.nueva, name), join(this.intento, name))
    this.folders.clear()
    this.escritos = this.iguales = 0
  }

  async abandonar(): Promise<void> {
    for (const half of [this.nueva, this.intento]) await rm(half, { recursive: true, force: true })
  }

  private async enlazar(source: string, archivo: string): Promise<void> {
    await this.hacerSitio(archivo)
    for (const end of ['', ...Object.keys(COMPRIMIDOS)]) {
      const target = join(this.nueva, archivo + end)
      // Some file systems know no hard links.
      await link(source + end, target).catch((error: NodeJS.ErrnoException) =>
        error.code === 'ENOENT' ? undefined : copyFile(source + end, target),
      )
    }
  }

  private async hacerSitio(archivo: string): Promise<void> {
    const folder = dirname(join(this.nueva, archivo))
    if (this.folders.has(folder)) return
    await mkdir(folder, { recursive: true })
    this.folders.add(folder)
  }
}

async function exists(path: string): Promise<boolean> {
  return (await stat(path).catch(() => null)) !== null
}

/** Nobody's other files are ever taken for an old copy. */
async function assertUsable(folder: string): Promise<void> {
  const found = await stat(folder).catch(() => null)
  if (!found) return
  if (!found.isDirectory()) throw new CarpetaError(`${folder} es un archivo, no una carpeta.`)
  const inside = await readdir(folder)
  if (inside.length > 0 && !inside.includes(SENA)) {
    throw new CarpetaError(`${folder} tiene otros archivos y no es una copia: indique una carpeta nueva, vacía o hecha por este comando.`)
  }
  if (inside.length === 0) await rmdir(folder)
}

/** One at a time; the rest of a killed one is thrown away. */
async function takeTurn(nueva: string): Promise<void> {
  const mine = join(nueva, TURNO)
  await mkdir(dirname(nueva), { recursive: true })
  const pid = Number(await readFile(mine, 'utf8').catch(() => ''))
  if (pid > 0 && isAlive(pid)) throw new CarpetaError(`Otra exportación a la misma carpeta está en marcha (proceso ${pid}).`)
  await rm(nueva, { recursive: true, force: true })
  await mkdir(nueva)
  await writeFile(mine, String(process.pid), { flag: 'wx' })
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch (error) {
    return codeOf(error) === 'EPERM'
  }
}

const FAULTS: Record<string, string> = {
  EACCES: 'no hay permiso para escribir ahí',
  EPERM: 'no hay permiso para escribir ahí',
  EROFS: 'ese disco es de sólo lectura',
  ENOSPC: 'no queda espacio en el disco',
  EBUSY: 'es un punto de montaje: indique una carpeta dentro de él',
  ENOTDIR: 'parte de la ruta es un archivo',
  EEXIST: 'parte de la ruta es un archivo',
}

export function toCarpetaError(error: unknown, folder: string): unknown {
  const why = FAULTS[codeOf(error)]
  return why ? new CarpetaError(`No se puede escribir en ${folder}: ${why}.`) : error
}
