import { fieldsOf } from '@conoceles/domain/typed'
import { listarCabezas } from '@conoceles/domain'
import { trimEndOf } from '@conoceles/domain/texto'
import { archivoDeDatos, archivoDeRecurso, readArchivo } from './archivos.ts'
import { ContradictionError, UnreadableError } from './faults.ts'

/** Source of the published bytes: a running system, a site that serves a copy of it, or the folder with that copy. */
export interface Source {
  name: string
  llaves(): Promise<unknown>
  /** Numbers of all cortes, ascending. */
  numeros(): Promise<number[]>
  corte(numero: number): Promise<unknown>
  recurso(ruta: string): Promise<Uint8Array>
  /** Heads of the bitácora that were signed between cortes, in any order. */
  cabezas(): Promise<unknown[]>
  /** The page that it answers with where none was rendered; null in a folder, which has every page. */
  armazon(): Promise<Uint8Array | null>
  /** Milliseconds to wait before each further look at bytes that do not agree; a folder does not change. */
  esperas: readonly number[]
}

export function openSource(place: string): Source {
  return isAddress(place) ? webSource(place) : folderSource(place)
}

export function isAddress(place: string): boolean {
  return /^https?:\/\//.test(place)
}

/** Pages are read where people read them: `paginas/boleta` at `/boleta`. */
export const PAGES = 'paginas/'
/** An address that the browser always fills by itself. */
const SIN_PAGINA = '/acuses/verificar'

function webSource(place: string): Source {
  const site = trimEndOf(place, '/').replace(/\/api\/v1(\/publico)?$/, '')
  const base = `${site}/api/v1/publico`
  const bytes = (path: string) => download(`${base}/${path}`)
  const json = async (path: string) => parse(await bytes(path), path)
  return {
    name: base,
    llaves: () => json('llaves'),
    numeros: () => everyNumero(json),
    corte: (numero) => json(`cortes/${numero}`),
    recurso: (ruta) => download(ruta.startsWith(PAGES) ? site + ruta.slice(PAGES.length - 1) : `${base}/${ruta}`),
    cabezas: () =>
      listarCabezas(async (antes) => elementos(await json(antes === null ? 'bitacora/cabezas' : `bitacora/cabezas?antes=${antes}`))),
    armazon: once(() => download(site + SIN_PAGINA).catch(() => null)),
    esperas: [1_000, 3_000],
  }
}

function once<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | null = null
  return () => (made ??= make())
}

/** The list comes newest first and by pages. */
async function everyNumero(json: (path: string) => Promise<unknown>): Promise<number[]> {
  const found: number[] = []
  for (let antes = Infinity; antes > 1;) {
    const path = antes === Infinity ? 'cortes' : `cortes?antes=${antes}`
    const page = elementos(await json(path)).map(({ numero }) => Number(numero))
    const older = page.filter((numero) => numero < antes)
    if (older.length === 0) break
    found.push(...older)
    antes = Math.min(...older)
  }
  return ascending(found)
}

async function download(url: string): Promise<Uint8Array> {
  const answer = await fetch(url).catch((error: Error) => {
    throw new UnreadableError(`No se pudo leer ${url}: ${error.cause instanceof Error ? error.cause.message : error.message}`)
  })
  if (!answer.ok) throw new UnreadableError(`No se pudo leer ${url}: respondió ${answer.status}.`)
  return new Uint8Array(await answer.arrayBuffer())
}

/** A copy of the whole public world in files, as `npm run exportar` writes it. */
function folderSource(folder: string): Source {
  const bytes = async (archivo: string) => {
    const found = await readArchivo(folder, archivo).catch(unreadable(archivo))
    const [alterado] = found.alterados
    if (alterado) throw new ContradictionError(`${alterado} no contiene lo mismo que ${archivo}.`)
    return found.bytes
  }
  const json = async (ruta: string) => parse(await bytes(archivoDeDatos(ruta)), archivoDeDatos(ruta))
  return {
    name: folder,
    llaves: () => json('llaves'),
    numeros: async () => ascending(elementos(await json('cortes')).map(({ numero }) => Number(numero))),
    corte: (numero) => json(`cortes/${numero}`),
    recurso: (ruta) => bytes(archivoDeRecurso(ruta)),
    cabezas: async () => elementos(await json('bitacora/cabezas')),
    armazon: () => Promise.resolve(null),
    esperas: [],
  }
}

function unreadable(path: string) {
  return (error: NodeJS.ErrnoException): never => {
    throw new UnreadableError(`No se pudo leer ${path}: ${error.code === 'ENOENT' ? 'no existe' : error.message}.`)
  }
}

function parse(bytes: Uint8Array, path: string): unknown {
  try {
    return JSON.parse(Buffer.from(bytes).toString('utf8'))
  } catch {
    throw new UnreadableError(`${path} no es JSON.`)
  }
}

function elementos(list: unknown): Record<string, unknown>[] {
  const { elementos: found } = fieldsOf(list)
  return Array.isArray(found) ? found.map(fieldsOf) : []
}

function ascending(numbers: number[]): number[] {
  return [...numbers].sort((a, b) => a - b)
}
