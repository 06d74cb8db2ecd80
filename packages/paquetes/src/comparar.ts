import { isDeepStrictEqual } from 'node:util'
import { ARCHIVOS } from './archivos.ts'
import { objetoDe, type Objeto } from './efectivo.ts'
import type { Textos } from './textos.ts'

/** Differences in a file, a Spanish line each. */
export interface Diferencia {
  archivo: string
  cambios: string[]
}

/** Compares two packs with what each takes of its base. Rows are matched by their key, wherever they stand. */
export function compararPaquetes(uno: Textos, otro: Textos): Diferencia[] {
  return Object.keys(ARCHIVOS).flatMap((archivo) => {
    if (!uno.has(archivo) && !otro.has(archivo)) return []
    if (!otro.has(archivo)) return [{ archivo, cambios: ['sólo está en el primero'] }]
    if (!uno.has(archivo)) return [{ archivo, cambios: ['sólo está en el segundo'] }]
    const cambios = diferencias(objetoDe(uno, archivo), objetoDe(otro, archivo), { ruta: '', largo: EN_TERMINAL })
    return cambios.length === 0 ? [] : [{ archivo, cambios }]
  })
}

/** Compares what a proceso keeps of its pack with what another would give it, a Spanish line for each difference, with its whole texts. */
export function compararPartes(uno: Objeto, otro: Objeto): string[] {
  return diferencias(uno, otro, { ruta: '', largo: ENTERO })
}

interface Donde {
  ruta: string
  /** Characters of a value that are told. */
  largo: number
}

function diferencias(uno: unknown, otro: unknown, donde: Donde): string[] {
  if (isObject(uno) && isObject(otro)) return deMiembros(new Map(Object.entries(uno)), new Map(Object.entries(otro)), donde)
  if (Array.isArray(uno) && Array.isArray(otro)) {
    const [filas, otras] = [porClave(uno), porClave(otro)]
    if (filas && otras) return deMiembros(filas, otras, donde)
  }
  const { ruta, largo } = donde
  // A database keeps the members of an object in another order.
  return isDeepStrictEqual(uno, otro) ? [] : [`${ruta}: ${dicho(uno, largo)} → ${dicho(otro, largo)}`]
}

function deMiembros(uno: ReadonlyMap<string, unknown>, otro: ReadonlyMap<string, unknown>, { ruta, largo }: Donde): string[] {
  const nombre = (clave: string) => (ruta === '' ? clave : `${ruta}.${clave}`)
  return [...new Set([...uno.keys(), ...otro.keys()])].flatMap((clave) => {
    if (!otro.has(clave)) return [`− ${nombre(clave)}: ${dicho(uno.get(clave), largo)}`]
    if (!uno.has(clave)) return [`+ ${nombre(clave)}: ${dicho(otro.get(clave), largo)}`]
    return diferencias(uno.get(clave), otro.get(clave), { ruta: nombre(clave), largo })
  })
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
/** The longest text of a pack is whole; a catalogue that is new, or gone, is not. */
const ENTERO = 4_000

function dicho(valor: unknown, largo: number): string {
  const texto = typeof valor === 'string' ? `«${valor}»` : (JSON.stringify(valor) ?? 'nada')
  return texto.length > largo ? `${texto.slice(0, largo)}…` : texto
}

function isObject(valor: unknown): valor is Objeto {
  return typeof valor === 'object' && valor !== null && !Array.isArray(valor)
}
