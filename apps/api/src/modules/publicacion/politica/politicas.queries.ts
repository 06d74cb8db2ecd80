import type { EntityManager } from 'typeorm'
import { CAMPOS_FICHA, type CampoConocido } from '@conoceles/domain'
import { preguntaDe, seccionesDe } from '@conoceles/cuestionarios'
import type { CuestionariosVigentes } from '../../captura/index.ts'
import { PoliticaPublicacion } from './politica-publicacion.entity.ts'

/** Every version of the policy, the newest first. */
export function listPoliticas(tx: EntityManager): Promise<PoliticaPublicacion[]> {
  return tx.find(PoliticaPublicacion, { order: { version: 'DESC' } })
}

/** The newest version whose day came; null before the first. */
export function politicaVigente(rows: readonly PoliticaPublicacion[], hoy: string): PoliticaPublicacion | null {
  return rows.find(({ vigenteDesde }) => vigenteDesde <= hoy) ?? null
}

/** Fields that a policy may name: those of the record, and every question of any version of a cuestionario, each as asked last. */
export async function listConocidos(tx: EntityManager, vigentes: CuestionariosVigentes): Promise<CampoConocido[]> {
  const found = new Map(CAMPOS_FICHA.map((each) => [each.campo, each]))
  for (const row of await vigentes.todas(tx)) {
    const compiled = vigentes.compile(row)
    for (const campo of seccionesDe(compiled).flatMap(({ campos }) => campos)) {
      const known = found.get(campo)
      const titulo = preguntaDe(compiled, campo)?.title ?? campo
      if (!known) found.set(campo, { campo, titulo, origen: row.tipo })
    }
  }
  return [...found.values()]
}
