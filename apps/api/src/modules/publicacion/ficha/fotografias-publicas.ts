import type { EntityManager } from 'typeorm'
import { rutaFotografia, TAMANOS, type CandidaturaDocument } from './candidatura-document.ts'
import type { MundoPublico } from '../corte/recuerdo.ts'
import { binaryRecurso, type Recurso } from '../corte/recursos.queries.ts'
import { readImagen } from './source.queries.ts'
import type { Vigentes } from './vigentes.queries.ts'

/** The photographs that these documents show and that are not public yet. */
export async function newFotografias(tx: EntityManager, documents: CandidaturaDocument[], vigentes: Vigentes): Promise<Recurso[]> {
  const shas = new Set(documents.flatMap(({ fotografia }) => (fotografia ? [shaOf(fotografia.grande)] : [])))
  const missing = [...shas].filter((sha) => !vigentes.has(rutaFotografia(sha, 'grande')))
  const recursos: Recurso[] = []
  for (const sha of missing) {
    const imagen = await readImagen(tx, sha)
    recursos.push(...TAMANOS.map((tamano) => binaryRecurso(rutaFotografia(sha, tamano), 'image/webp', imagen[tamano])))
  }
  return recursos
}

/** Paths of the photographs that no published candidatura shows any more. */
export function orphanFotografias({ vigentes, lista }: MundoPublico): string[] {
  const used = new Set(lista.fotografias().map(shaOf))
  return vigentes.rutas().filter((ruta) => ruta.startsWith('fotografias/') && !used.has(shaOf(ruta)))
}

function shaOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1).split('-')[0] ?? ''
}
