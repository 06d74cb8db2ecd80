import { compararExtracto, type EstadoFirmado, type InformeExtracto } from '@conoceles/domain'
import { readActos } from './actos.ts'
import { relacionar } from './faltantes.ts'
import type { Source } from './source.ts'
import { readHeadsOf, readKept } from './verify-cabezas.ts'

/**
 * Checks an extract of the bitácora, line by line, against what was signed in a corte or between cortes.
 * @param source where the cortes are read from, each checked by its own command; null: the chain alone.
 * @param kept file with heads that somebody kept.
 */
export async function verifyBitacora(
  file: string,
  { source, kept }: { source: Source | null; kept?: string | undefined },
): Promise<InformeExtracto> {
  const publicadas = source ? await readHeads(source) : []
  const guardadas = source && kept ? await readHeadsOf(source, await readKept(kept)) : []
  return compararExtracto(readActos(file), { publicadas, guardadas, relacionar })
}

/** Signed heads of the bitácora, the shortest first. */
async function readHeads(source: Source): Promise<EstadoFirmado[]> {
  const heads = await readHeadsOf(source, await source.cabezas())
  for (const corte of await source.numeros()) {
    const { cabecera } = (await source.corte(corte)) as { cabecera?: { bitacora?: { n: number; hash: string } | null } }
    if (cabecera?.bitacora) heads.push({ ...cabecera.bitacora, firmante: `el corte ${corte}`, en: null })
  }
  return heads.sort((a, b) => a.n - b.n)
}
