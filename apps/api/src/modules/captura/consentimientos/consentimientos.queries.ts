import { In, type EntityManager } from 'typeorm'
import { consentimientoQueRige } from '@conoceles/domain'
import { prepared } from '../../../database/statements.ts'
import { demandAbiertos, together } from '../../../shared/act.ts'
import { Consentimiento } from './consentimiento.entity.ts'

/** Choices of a persona, for higher modules. */
export type ConsentimientoRow = Pick<
  Consentimiento,
  'id' | 'avisoId' | 'tratamiento' | 'publicacion' | 'estadistica' | 'mecanismo' | 'revision' | 'firmadoEl'
>

/** The consentimiento that governs; null when there is none, or none that the reader may see. */
export async function findConsentimiento(tx: EntityManager, candidaturaId: string): Promise<ConsentimientoRow | null> {
  return consentimientoQueRige(await listConsentimientos(tx, candidaturaId))
}

/** Consents of many candidaturas at once; those without any are absent. */
export async function findConsentimientos(tx: EntityManager, candidaturaIds: readonly string[]): Promise<Map<string, ConsentimientoRow>> {
  const rows = await tx.find(Consentimiento, {
    where: { candidaturaId: In([...candidaturaIds]) },
    order: { otorgadoEn: 'DESC', id: 'DESC' },
  })
  const each = new Map<string, Consentimiento[]>()
  for (const row of rows) each.set(row.candidaturaId, [...(each.get(row.candidaturaId) ?? []), row])
  const found = new Map<string, ConsentimientoRow>()
  for (const [id, own] of each) {
    const rige = consentimientoQueRige(own)
    if (rige) found.set(id, rige)
  }
  return found
}

const LIST = prepared(
  'consentimientos',
  `select id, candidatura_id as "candidaturaId", aviso_id as "avisoId", aviso_sha256 as "avisoSha256", tratamiento, publicacion, estadistica,
     mecanismo, otorgado_en as "otorgadoEn", otorgado_por as "otorgadoPor", revision, revision_razon as "revisionRazon",
     revision_supuesto as "revisionSupuesto", revisada_en as "revisadaEn",
     formato_id as "formatoId", firmado_el::text as "firmadoEl", recibida_el::text as "recibidaEl", motivo, folio
   from captura.consentimiento where candidatura_id = $1 order by otorgado_en desc, id desc`,
)

/** Newest first. */
export function listConsentimientos(tx: EntityManager, candidaturaId: string): Promise<Consentimiento[]> {
  return tx.query(LIST, [candidaturaId])
}

/** Consents for reading or acting. A blocked proceso is an error: an empty list would say that there were none. */
export async function demandConsentimientos(tx: EntityManager, candidaturaId: string): Promise<Consentimiento[]> {
  const [, rows] = await together([demandAbiertos(tx), listConsentimientos(tx, candidaturaId)])
  return rows
}
