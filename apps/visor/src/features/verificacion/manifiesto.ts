import type { Manifiesto } from '../../api-types.ts'

/** What the signed list of a corte says of the page of a candidatura. */
export interface Hallazgo {
  /** SHA-256 of the page as it was, and of the data in it; null where the list names none. */
  pagina: string | null
  datos: string | null
  /** Whether the list that was read is the one that the corte signed. */
  integra: boolean
}

export async function findIn({ cabecera, recursos }: Manifiesto, id: string): Promise<Hallazgo> {
  const hashOf = (ruta: string): string | null => recursos.find((each) => each.ruta === ruta)?.sha256 ?? null
  const list = await sha256(canonicalList(recursos))
  return { pagina: hashOf(`paginas/candidaturas/${id}`), datos: hashOf(`candidaturas/${id}`), integra: list === cabecera.recursos.sha256 }
}

/** RFC 8785 of a list whose entries are of texts and whole numbers: keys in order, nothing between. */
function canonicalList(recursos: Manifiesto['recursos']): string {
  return JSON.stringify(recursos.map(({ bytes, ruta, sha256: hash }) => ({ bytes, ruta, sha256: hash })))
}

async function sha256(text: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text))
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('')
}
