import { Arbol } from '../criptografia/arbol.ts'
import { sha256 } from '../criptografia/canonical.ts'

/** One resource in the public list of a corte. */
export interface RecursoListado {
  ruta: string
  sha256: string
  bytes: number
}

/** Signature of a corte over its list: its hash, and the root of a tree over it. A client that asks for one resource need not read all. */
export interface ListaFirmada {
  cuantos: number
  raiz: string
  sha256: string
}

/** `hojas` of all resources, in the order of their paths; the hash is that of the canonical form (RFC 8785) of all of them. */
export function listaDe(hojas: readonly string[]): ListaFirmada {
  return { cuantos: hojas.length, raiz: new Arbol(hojas).raiz, sha256: sha256(`[${hojas.join(',')}]`) }
}

/** The tree of the list. */
export function arbolDe(recursos: readonly RecursoListado[]): Arbol {
  return new Arbol(recursos.map(hojaDe))
}

/** The canonical form of one of them: keys in order, nothing between. */
export function hojaDe({ bytes, ruta, sha256: huella }: RecursoListado): string {
  return JSON.stringify({ bytes, ruta, sha256: huella })
}
