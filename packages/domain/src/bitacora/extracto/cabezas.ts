import { fieldsOf } from '../../base/typed.ts'
import { enServidor } from './instantes.ts'
import type { Criptografia } from './criptografia.ts'
import { ContradictionError } from './fallas.ts'
import { readLlaves } from './llaves.ts'

/** Signed state of the bitácora: how many entries it had and the hash of the last of them. */
export interface EstadoFirmado {
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

/**
 * Heads that are signed between cortes, in any order: each signature checked, and that none is missing among them.
 * @param llaves the public list of keys.
 */
export async function readCabezas(
  { cabezas: documents, llaves }: { cabezas: readonly unknown[]; llaves: () => Promise<unknown> },
  cripto: Criptografia,
): Promise<EstadoFirmado[]> {
  const cabezas = documents.map(readCabeza).sort((a, b) => a.cabecera.numero - b.cabecera.numero)
  if (cabezas.length === 0) return []
  const published = await readLlaves(await llaves(), cripto)
  let last: Cabeza | null = null
  for (const cabeza of cabezas) {
    await assertSigned(cabeza, published.get(cabeza.llave)?.llave, cripto)
    await assertChained(cabeza, last, cripto)
    last = cabeza
  }
  return cabezas.map(({ cabecera: { numero, en, bitacora } }) => ({ ...bitacora, firmante: `la cabeza ${numero} (${enServidor(en)})`, en }))
}

/** Heads that cortes sign, each signature checked. The first cortes signed none of the bitácora. */
export async function readEstadosDeCortes(
  { cortes, llaves }: { cortes: readonly CorteFirmado[]; llaves: () => Promise<unknown> },
  cripto: Criptografia,
): Promise<EstadoFirmado[]> {
  if (cortes.length === 0) return []
  const published = await readLlaves(await llaves(), cripto)
  const found: EstadoFirmado[] = []
  for (const { cabecera, firma, llave: id } of cortes) {
    const { numero, bitacora } = cabecera as { numero: number; bitacora?: { n: number; hash: string } | null }
    const llave = published.get(id)?.llave
    if (!llave || !(await cripto.firmo({ llave, texto: cripto.canonical(cabecera), firma }))) {
      throw new ContradictionError(`Corte ${numero}: la firma no corresponde a ninguna llave publicada.`)
    }
    if (bitacora) found.push({ ...bitacora, firmante: `el corte ${numero}`, en: null })
  }
  return found
}

/** The signed header of a corte with its signature; its list of recursos is not read here. */
export interface CorteFirmado {
  cabecera: object
  firma: string
  llave: string
}

/** All heads of the public list, which comes newest first and by pages. */
export async function listarCabezas(pagina: (antes: number | null) => Promise<readonly unknown[]>): Promise<unknown[]> {
  const found: unknown[] = []
  for (let antes: number | null = null; antes === null || antes > 1;) {
    const page = await pagina(antes)
    const oldest = Math.min(...page.map((document) => Number(fieldsOf(fieldsOf(document).cabecera).numero)))
    found.push(...page)
    if (!(oldest < (antes ?? Infinity))) break
    antes = oldest
  }
  return found
}

async function assertSigned({ cabecera, firma }: Cabeza, llave: string | undefined, cripto: Criptografia): Promise<void> {
  if (llave && (await cripto.firmo({ llave, texto: cripto.canonical(cabecera), firma }))) return
  throw new ContradictionError(`Cabeza ${cabecera.numero} de la bitácora: la firma no corresponde a ninguna llave publicada.`)
}

/** Kept heads may begin anywhere. */
async function assertChained({ cabecera }: Cabeza, last: Cabeza | null, { canonical, sha256 }: Criptografia): Promise<void> {
  if (!last) return
  const before = last.cabecera
  if (before.numero === cabecera.numero) {
    if (canonical(before) === canonical(cabecera)) return
    throw new ContradictionError(`Cabeza ${cabecera.numero} de la bitácora: se firmaron dos distintas con ese número.`)
  }
  if (before.numero + 1 === cabecera.numero && cabecera.anterior === (await sha256(canonical(before)))) return
  throw new ContradictionError(
    before.numero + 1 < cabecera.numero
      ? `Falta la cabeza ${before.numero + 1} de la bitácora: después de la ${before.numero} sigue la ${cabecera.numero}.`
      : `Cabeza ${cabecera.numero} de la bitácora: nombra otra anterior; la cadena está rota.`,
  )
}

function readCabeza(document: unknown): Cabeza {
  const { cabecera, firma, llave } = (document ?? {}) as Partial<Cabeza>
  if (typeof firma !== 'string' || typeof llave !== 'string' || !Number.isInteger(cabecera?.numero) || !cabecera?.bitacora) {
    throw new ContradictionError('Una de las cabezas de la bitácora no tiene la forma esperada.')
  }
  return { cabecera, firma, llave }
}
