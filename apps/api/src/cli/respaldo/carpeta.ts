import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { codeOf, parseJson } from '@conoceles/domain/typed'
import type { Temporal } from 'temporal-polyfill'
import type { Archivo } from './cifrado.ts'
import type { Marcas } from './marcas.ts'
import { RespaldoError } from './respaldo-error.ts'

export const MANIFIESTO = 'manifiesto.json'
const FORMATO = 'respaldo-1'

/** Contents of a backup, in the open: it names nobody. */
export interface Manifiesto extends Marcas {
  formato: typeof FORMATO
  hechoEn: string
  versiones: { servidor: number; pgDump: string; migracion: string }
  archivos: Archivo[]
}

export interface Respaldo {
  nombre: string
  folder: string
  /** Null: the folder has no manifest, or lacks a file of it. */
  manifiesto: Manifiesto | null
}

export interface Retencion {
  dias: number
  /** Newest whole backups that stay, however old. */
  minimo: number
}

const NOMBRE = /^(\d{4}-\d\d-\d\d)T(\d\d)-(\d\d)-(\d\d)-(\d{3})Z$/
const PARCIAL = '.parcial'
const DIA_MS = 86_400_000

/** Name of a folder: its instant to the millisecond, without the characters that file systems refuse. */
export function nombreDe(instante: Temporal.Instant): string {
  return instante.toString({ fractionalSecondDigits: 3 }).replaceAll(/[:.]/g, '-')
}

function epochOf(nombre: string): number {
  return Date.parse(nombre.replace(NOMBRE, '$1T$2:$3:$4.$5Z'))
}

/** Makes the folder of a backup that is not whole yet. */
export async function empezar(carpeta: string, nombre: string): Promise<string> {
  const parcial = join(carpeta, nombre + PARCIAL)
  try {
    await mkdir(carpeta, { recursive: true, mode: 0o700 })
    await mkdir(parcial, { mode: 0o700 })
  } catch (error) {
    throw toRespaldoError(error, carpeta)
  }
  return parcial
}

/** The manifest is the last file; with it the folder takes its name. */
export async function terminar(carpeta: string, nombre: string, manifiesto: Omit<Manifiesto, 'formato'>): Promise<string> {
  const parcial = join(carpeta, nombre + PARCIAL)
  const text = `${JSON.stringify({ formato: FORMATO, ...manifiesto }, null, 2)}\n`
  await writeFile(join(parcial, MANIFIESTO), text, { mode: 0o600, flush: true })
  await rename(parcial, join(carpeta, nombre))
  return text
}

/** Every backup of the folder, the newest first; other files in it are nobody's business. */
export async function listar(carpeta: string): Promise<Respaldo[]> {
  const names = await readdir(carpeta).catch((error: unknown) => {
    if (codeOf(error) === 'ENOENT') return []
    throw toRespaldoError(error, carpeta)
  })
  const found = names.filter((name) => NOMBRE.test(name)).sort()
  return Promise.all(found.reverse().map(async (nombre) => leer(join(carpeta, nombre), nombre)))
}

async function leer(folder: string, nombre: string): Promise<Respaldo> {
  const manifiesto = await readManifiesto(folder).catch(() => null)
  const sizes = await Promise.all((manifiesto?.archivos ?? []).map((archivo) => sizeOf(join(folder, archivo.nombre))))
  const whole = manifiesto?.archivos.every(({ bytes }, at) => bytes === sizes[at]) ?? false
  return { nombre, folder, manifiesto: whole ? manifiesto : null }
}

async function readManifiesto(folder: string): Promise<Manifiesto | null> {
  const read = parseJson<Manifiesto>(await readFile(join(folder, MANIFIESTO), 'utf8'))
  return read.formato === FORMATO ? read : null
}

async function sizeOf(file: string): Promise<number | null> {
  return stat(file).then(
    ({ size }) => size,
    () => null,
  )
}

/** Backups past their days. The newest whole ones stay: a folder that nobody fills any more keeps the last that it has. */
export function sobrantes(respaldos: readonly Respaldo[], { dias, minimo }: Retencion, ahora: Temporal.Instant): Respaldo[] {
  const kept = new Set(respaldos.filter(({ manifiesto }) => manifiesto !== null).slice(0, Math.max(1, minimo)))
  return respaldos.filter((each) => !kept.has(each) && ahora.epochMilliseconds - epochOf(each.nombre) > dias * DIA_MS)
}

/** Removes backups past their days, and what killed processes left half made a day ago. Answers how many backups went. */
export async function limpiar(carpeta: string, retencion: Retencion, ahora: Temporal.Instant): Promise<number> {
  const old = sobrantes(await listar(carpeta), retencion, ahora)
  for (const { folder } of old) await rm(folder, { recursive: true })
  for (const name of await readdir(carpeta)) {
    const nombre = name.slice(0, -PARCIAL.length)
    const dead = name.endsWith(PARCIAL) && NOMBRE.test(nombre) && ahora.epochMilliseconds - epochOf(nombre) > DIA_MS
    if (dead) await rm(join(carpeta, name), { recursive: true })
  }
  return old.length
}

const FALLAS: Record<string, string> = {
  EACCES: 'no hay permiso para escribir ahí: dé permiso con chown a la cuenta que hace el respaldo',
  EPERM: 'no hay permiso para escribir ahí: dé permiso con chown a la cuenta que hace el respaldo',
  EROFS: 'ese disco es de sólo lectura: indique otra',
  ENOSPC: 'no queda espacio en el disco: libere espacio, o baje RESPALDO_DIAS',
  ENOTDIR: 'parte de la ruta es un archivo: indique otra',
  EEXIST: 'otro respaldo se está haciendo ahí en este instante: repita la orden',
}

/** The sentence of a folder that cannot be used; any other error stays as it is. */
export function toRespaldoError(error: unknown, carpeta: string): unknown {
  const why = FALLAS[codeOf(error)]
  return why ? new RespaldoError(`No se puede respaldar en ${carpeta}: ${why}.`) : error
}
