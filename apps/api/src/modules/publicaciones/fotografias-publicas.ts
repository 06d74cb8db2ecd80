import type { EntityManager } from 'typeorm'
import { rutaFotografia, TAMANOS, type CandidaturaDocument } from './candidatura-document.ts'
import { readFotografiasInUse } from './proyeccion.queries.ts'
import { binaryRecurso, type Recurso } from './recursos.queries.ts'
import { readImagen } from './source.queries.ts'

/** The photographs that these documents show and that are not public yet. */
export async function newFotografias(
  tx: EntityManager,
  documents: CandidaturaDocument[],
  huellas: Map<string, string>,
): Promise<Recurso[]> {
  const shas = new Set(documents.flatMap(({ fotografia }) => (fotografia ? [shaOf(fotografia.grande)] : [])))
  const missing = [...shas].filter((sha) => !huellas.has(rutaFotografia(sha, 'grande')))
  const recursos: Recurso[] = []
  for (const sha of missing) {
    const imagen = await readImagen(tx, sha)
    recursos.push(...TAMANOS.map((tamano) => binaryRecurso(rutaFotografia(sha, tamano), 'image/webp', imagen[tamano])))
  }
  return recursos
}

/** Paths of the photographs that no published candidatura shows any more. */
export async function orphanFotografias(tx: EntityManager, huellas: Map<string, string>): Promise<string[]> {
  const used = new Set((await readFotografiasInUse(tx)).map(shaOf))
  return [...huellas.keys()].filter((ruta) => ruta.startsWith('fotografias/') && !used.has(shaOf(ruta)))
}

function shaOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1).split('-')[0] ?? ''
}
