import type { Manifiesto } from '../../api-types.ts'
import { canonicalOf, sha256, toHex, utf8 } from './huellas.ts'

/** Entries of the signed list of a corte for the page of a candidatura. */
export interface Hallazgo {
  /** SHA-256 of the page as it was, and of the data in it; null where the list names none. */
  pagina: string | null
  datos: string | null
  /** Whether the list that was read is the one that the corte signed. */
  integra: boolean
}

export async function findIn({ cabecera, recursos }: Manifiesto, id: string): Promise<Hallazgo> {
  const hashOf = (ruta: string): string | null => recursos.find((each) => each.ruta === ruta)?.sha256 ?? null
  const list = toHex(await sha256(utf8(`[${recursos.map(canonicalOf).join(',')}]`)))
  return { pagina: hashOf(`paginas/candidaturas/${id}`), datos: hashOf(`candidaturas/${id}`), integra: list === cabecera.recursos.sha256 }
}
