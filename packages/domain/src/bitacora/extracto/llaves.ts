import type { Criptografia } from './criptografia.ts'
import { ContradictionError } from './fallas.ts'
import { parseJson } from '../../base/typed.ts'

/** A published key (SPKI in base64), and the one that it replaced, which signed so. */
export interface LlavePublicada {
  llave: string
  anterior: string | null
}

interface LlaveListada {
  id: string
  llave: string
  anterior?: string | null
  relevo?: string | null
  firmaRelevo?: string | null
}

/** The published keys, by their identifier; that each change was signed by the key before is checked. */
export async function readLlaves(document: unknown, cripto: Criptografia): Promise<Map<string, LlavePublicada>> {
  const { elementos } = (document ?? {}) as { elementos?: LlaveListada[] }
  if (!Array.isArray(elementos)) throw new ContradictionError('La lista de llaves no tiene la forma esperada.')
  const llaves = new Map(elementos.map(({ id, llave, anterior = null }) => [id, { llave, anterior }]))
  for (const listada of elementos) if (listada.anterior) await assertReconocida(listada, llaves.get(listada.anterior)?.llave, cripto)
  return llaves
}

async function assertReconocida(listada: LlaveListada, before: string | undefined, cripto: Criptografia): Promise<void> {
  const { id, llave, anterior } = listada
  const texto = listada.relevo ?? ''
  const firma = listada.firmaRelevo ?? ''
  const said = { tipo: 'relevo de llave', anterior, llave: { id, algoritmo: 'Ed25519', spki: llave } }
  if (before && (await cripto.firmo({ llave: before, texto, firma })) && says(texto, said, cripto)) return
  throw new ContradictionError(`Llave ${id}: la llave ${anterior} no firmó que ésta la releva.`)
}

/** Whether it says that, and since when besides. */
function says(text: string, expected: object, { canonical }: Criptografia): boolean {
  const { en: _since, ...said } = parseJson<Record<string, unknown>>(text)
  return canonical(said) === canonical(expected)
}
