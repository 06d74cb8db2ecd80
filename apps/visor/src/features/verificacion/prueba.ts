import type { PruebaCorte } from '../../api-types.ts'
import { canonicalOf, fromHex, sha256, toHex, utf8 } from './huellas.ts'
import type { Hallazgo } from './manifiesto.ts'

type Entrada = PruebaCorte['pruebas'][number]['entradas'][number]
type Firmado = PruebaCorte['cabecera']['recursos']

/** Proof of a path: its hash, that nobody signed it, or nothing. */
type Probado = { sha256: string | null } | null

/** Entries of the signed tree of a corte for the page of a candidatura; every hash on the way to its root is worked out here. */
export async function findInTree({ cabecera: { recursos }, pruebas }: PruebaCorte, id: string): Promise<Hallazgo> {
  const prove = (ruta: string): Promise<Probado> =>
    proveOf({ ruta, entradas: pruebas.find((each) => each.ruta === ruta)?.entradas ?? [] }, recursos)
  const [pagina, datos] = await Promise.all([prove(`paginas/candidaturas/${id}`), prove(`candidaturas/${id}`)])
  return { pagina: pagina?.sha256 ?? null, datos: datos?.sha256 ?? null, integra: pagina !== null && datos !== null }
}

async function proveOf({ ruta, entradas }: PruebaCorte['pruebas'][number], firmado: Firmado): Promise<Probado> {
  const stand = await Promise.all(entradas.map((each) => standsInTree(each, firmado)))
  if (stand.includes(false)) return null
  const found = entradas.find((each) => each.ruta === ruta)
  if (found) return { sha256: found.sha256 }
  return isBetween(ruta, entradas, firmado) ? { sha256: null } : null
}

/** Paths are in order: one that would stand between two neighbours, or before the first or behind the last, is not in the list. */
function isBetween(ruta: string, entradas: readonly Entrada[], { cuantos }: Firmado): boolean {
  const before = entradas.filter((each) => each.ruta < ruta)
  const behind = entradas.filter((each) => each.ruta > ruta)
  const from = before.length === 0 ? -1 : Math.max(...before.map(({ indice }) => indice))
  const to = behind.length === 0 ? cuantos : Math.min(...behind.map(({ indice }) => indice))
  return to - from === 1
}

/** Whether an entry stands at its place below the signed root (RFC 9162, §2.1.3.2). */
async function standsInTree(entrada: Entrada, { cuantos, raiz }: Firmado): Promise<boolean> {
  const steps = stepsOf(entrada, cuantos)
  if (steps === null) return false
  let hash = await sha256(join([0], utf8(canonicalOf(entrada))))
  for (const { beside, isLeft } of steps) hash = await sha256(isLeft ? join([1], beside, hash) : join([1], hash, beside))
  return toHex(hash) === raiz
}

/** The hashes beside the way up, and on which side they stand; null where the way does not end at the root. */
function stepsOf({ indice, camino }: Entrada, cuantos: number): { beside: Uint8Array; isLeft: boolean }[] | null {
  let [place, last] = [indice, cuantos - 1]
  const steps = camino.map((each) => {
    // The last of an odd number goes up as it is.
    while (place === last && place % 2 === 0 && place !== 0) [place, last] = [place >> 1, last >> 1]
    const isLeft = place % 2 === 1
    const isBelow = last > 0
    ;[place, last] = [place >> 1, last >> 1]
    return { beside: fromHex(each), isLeft, isBelow }
  })
  return last === 0 && indice < cuantos && steps.every(({ isBelow }) => isBelow) ? steps : null
}

function join(...parts: (readonly number[] | Uint8Array)[]): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(parts.flatMap((part) => [...part]))
}
