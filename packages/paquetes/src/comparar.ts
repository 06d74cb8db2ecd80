import { isDeepStrictEqual } from 'node:util'
import { ARCHIVOS, PARTES } from './archivos.ts'
import { objetoDe, type Objeto } from './efectivo.ts'
import { enPalabras } from './palabras.ts'
import type { Textos } from './textos.ts'

/** Differences in a file, a Spanish line each. */
export interface Diferencia {
  archivo: string
  cambios: string[]
}

/** A difference as somebody decides on it. */
export interface Cambio {
  /** File that says it; null: the datum is put together from several. */
  archivo: string | null
  /** Keys that lead to it inside the file. */
  dato: string
  /** Null: it was not there. */
  antes: string | null
  /** Null: it is there no more. */
  despues: string | null
}

/** Compares two packs with what each takes of its base. Rows are matched by their key, wherever they stand. */
export function compararPaquetes(uno: Textos, otro: Textos): Diferencia[] {
  return Object.keys(ARCHIVOS).flatMap((archivo) => {
    if (!uno.has(archivo) && !otro.has(archivo)) return []
    if (!otro.has(archivo)) return [{ archivo, cambios: ['sólo está en el primero'] }]
    if (!uno.has(archivo)) return [{ archivo, cambios: ['sólo está en el segundo'] }]
    const cambios = diferencias(objetoDe(uno, archivo), objetoDe(otro, archivo)).map(enRenglon)
    return cambios.length === 0 ? [] : [{ archivo, cambios }]
  })
}

/** Compares what a proceso keeps of its pack with what another would give it, in words. */
export function compararPartes(uno: Objeto, otro: Objeto): Cambio[] {
  return diferencias(uno, otro).map(({ ruta, antes, despues }) => ({
    ...lugarDe(ruta),
    antes: antes === undefined ? null : enPalabras(antes),
    despues: despues === undefined ? null : enPalabras(despues),
  }))
}

interface Distinto {
  ruta: readonly string[]
  /** Undefined: it is only in the other. */
  antes: unknown
  despues: unknown
}

function diferencias(antes: unknown, despues: unknown, ruta: readonly string[] = []): Distinto[] {
  const [unos, otros] = [miembrosDe(antes), miembrosDe(despues)]
  if (unos && otros && Array.isArray(antes) === Array.isArray(despues))
    return [...new Set([...unos.keys(), ...otros.keys()])].flatMap((clave) =>
      diferencias(unos.get(clave), otros.get(clave), [...ruta, clave]),
    )
  // A database keeps the members of an object in another order.
  return isDeepStrictEqual(antes, despues) ? [] : [{ ruta, antes, despues }]
}

/** Members by their name, rows by their key; null where there are none. */
function miembrosDe(valor: unknown): ReadonlyMap<string, unknown> | null {
  if (Array.isArray(valor)) return porClave(valor)
  return isObject(valor) ? new Map(Object.entries(valor)) : null
}

/** A line of the terminal: values are cut, and written as their file does. */
function enRenglon({ ruta, antes, despues }: Distinto): string {
  const dato = ruta.join('.')
  if (despues === undefined) return `− ${dato}: ${dicho(antes)}`
  return antes === undefined ? `+ ${dato}: ${dicho(despues)}` : `${dato}: ${dicho(antes)} → ${dicho(despues)}`
}

/** Parts that a proceso keeps by another name than the pack. */
const OTRO_NOMBRE: Readonly<Record<string, string>> = { aviso: 'reglasAviso', primeraEleccion: 'actores' }

function lugarDe([parte = '', ...resto]: readonly string[]): Pick<Cambio, 'archivo' | 'dato'> {
  const ruta = [OTRO_NOMBRE[parte] ?? parte, ...resto]
  const [own] = PARTES.filter((each) => each.ruta.every((paso, at) => paso === ruta[at])).sort((a, b) => b.ruta.length - a.ruta.length)
  const dato = own ? [...own.en, ...ruta.slice(own.ruta.length)] : ruta
  return { archivo: own?.archivo ?? null, dato: dato.join(' › ') }
}

/** Rows by their key; null where they have none, or where two share it. */
function porClave(filas: readonly unknown[]): ReadonlyMap<string, unknown> | null {
  const rows = filas.map((fila) => [isObject(fila) ? claveDeFila(fila) : null, fila] as const)
  const keyed = rows.flatMap(([clave, fila]) => (clave === null ? [] : [[clave, fila] as const]))
  const map = new Map(keyed)
  return map.size === filas.length ? map : null
}

const CLAVES = ['clave', 'campo', 'fecha', 'numero', 'codigo', 'pagina', 'grupo']

function claveDeFila(fila: Objeto): string | null {
  const simple = CLAVES.map((campo) => fila[campo]).find((valor) => typeof valor === 'string')
  if (typeof simple === 'string') return simple
  const compuesta = [fila.actor, fila.cargo, fila.cargos, fila.demarcacion, fila.demarcaciones, fila.inicio, fila.evento].filter(Boolean)
  return compuesta.length === 0 ? null : compuesta.flat().join('·')
}

const EN_TERMINAL = 70

function dicho(valor: unknown): string {
  const texto = typeof valor === 'string' ? `«${valor}»` : JSON.stringify(valor)
  return texto.length > EN_TERMINAL ? `${texto.slice(0, EN_TERMINAL)}…` : texto
}

function isObject(valor: unknown): valor is Objeto {
  return typeof valor === 'object' && valor !== null && !Array.isArray(valor)
}
