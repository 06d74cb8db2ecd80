import { readFile } from 'node:fs/promises'
import { readCabezas, type EstadoFirmado } from '@conoceles/domain'
import { parseJson } from '@conoceles/domain/typed'
import { criptografia } from './criptografia.ts'
import { UnreadableError } from './faults.ts'
import type { Source } from './source.ts'

/** Heads that are signed between cortes, checked with the keys of a source. */
export function readHeadsOf(source: Source, cabezas: readonly unknown[]): Promise<EstadoFirmado[]> {
  return readCabezas({ cabezas, llaves: () => source.llaves() }, criptografia)
}

/** An answer of the public list that somebody kept: it finds heads that the system does not show any more. */
export async function readKept(file: string): Promise<unknown[]> {
  const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    throw new UnreadableError(`No se pudo leer ${file}: ${error.code ?? ''}.`)
  })
  try {
    const { elementos } = parseJson<{ elementos?: unknown[] }>(text)
    if (Array.isArray(elementos)) return elementos
  } catch {
    // Told below.
  }
  throw new UnreadableError(`${file} no es una lista de cabezas: guarde la respuesta de /api/v1/publico/bitacora/cabezas.`)
}
