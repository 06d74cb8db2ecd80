import { verify } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { canonical } from '../../shared/criptografia/canonical.ts'
import { ContradictionError, UnreadableError } from './faults.ts'
import type { Source } from './source.ts'
import { readLlaves, sha256 } from './verify-cortes.ts'

/** Signed state of the bitácora: how many entries it had and the hash of the last of them. */
export interface Head {
  n: number
  hash: string
  /** Signer, as a message names it: «el corte 4». */
  firmante: string
  /** Instant of the machine's clock; null for a corte, which carries the legal time. */
  en: string | null
}

interface Cabeza {
  cabecera: { numero: number; en: string; anterior: string | null; bitacora: { n: number; hash: string } }
  firma: string
  llave: string
}

/** Heads that are signed between cortes, in any order: each signature checked, and that none is missing among them. */
export async function readCabezas(source: Source, documents: readonly unknown[]): Promise<Head[]> {
  const cabezas = documents.map(readCabeza).sort((a, b) => a.cabecera.numero - b.cabecera.numero)
  if (cabezas.length === 0) return []
  const llaves = readLlaves(await source.llaves())
  let last: Cabeza | null = null
  for (const cabeza of cabezas) {
    const { cabecera } = cabeza
    const llave = llaves.get(cabeza.llave)?.llave
    if (!llave || !verify(null, Buffer.from(canonical(cabecera)), llave, Buffer.from(cabeza.firma, 'base64'))) {
      throw new ContradictionError(`Cabeza ${cabecera.numero} de la bitácora: la firma no corresponde a ninguna llave publicada.`)
    }
    assertChained(cabeza, last)
    last = cabeza
  }
  return cabezas.map(({ cabecera: { numero, en, bitacora } }) => ({ ...bitacora, firmante: `la cabeza ${numero} (${en})`, en }))
}

/** Kept heads may begin anywhere. */
function assertChained({ cabecera }: Cabeza, last: Cabeza | null): void {
  if (!last) return
  const before = last.cabecera
  if (before.numero === cabecera.numero) {
    if (canonical(before) === canonical(cabecera)) return
    throw new ContradictionError(`Cabeza ${cabecera.numero} de la bitácora: se firmaron dos distintas con ese número.`)
  }
  if (before.numero + 1 === cabecera.numero && cabecera.anterior === sha256(canonical(before))) return
  throw new ContradictionError(
    before.numero + 1 < cabecera.numero
      ? `Falta la cabeza ${before.numero + 1} de la bitácora: después de la ${before.numero} sigue la ${cabecera.numero}.`
      : `Cabeza ${cabecera.numero} de la bitácora: nombra otra anterior; la cadena está rota.`,
  )
}

/** An answer of the public list that somebody kept: it finds heads that the system does not show any more. */
export async function readKept(file: string): Promise<unknown[]> {
  const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    throw new UnreadableError(`No se pudo leer ${file}: ${error.code ?? ''}.`)
  })
  try {
    const { elementos } = JSON.parse(text) as { elementos?: unknown[] }
    if (Array.isArray(elementos)) return elementos
  } catch {
    // Told below.
  }
  throw new UnreadableError(`${file} no es una lista de cabezas: guarde la respuesta de /api/v1/publico/bitacora/cabezas.`)
}

function readCabeza(document: unknown): Cabeza {
  const { cabecera, firma, llave } = (document ?? {}) as Partial<Cabeza>
  if (typeof firma !== 'string' || typeof llave !== 'string' || !Number.isInteger(cabecera?.numero) || !cabecera?.bitacora) {
    throw new ContradictionError('Una de las cabezas de la bitácora no tiene la forma esperada.')
  }
  return { cabecera, firma, llave }
}
