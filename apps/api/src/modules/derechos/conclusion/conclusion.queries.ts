import type { EntityManager } from 'typeorm'
import type { ClaveEtapa } from '@conoceles/domain'
import { toIso } from '../../../shared/clock.ts'
import { readRows } from '../../../database/rows.ts'
import type { ConstanciaDto } from './conclusion.dto.ts'
import { EtapaConclusion } from './etapa-conclusion.entity.ts'

/** How much of each kind there is today. */
export async function readCuentas(tx: EntityManager): Promise<Map<string, number>> {
  const rows = await readRows<{ clave: string; cuantas: number }>(tx, 'select clave, cuantas from captura.cuentas_conclusion()')
  return new Map(rows.map(({ clave, cuantas }) => [clave, cuantas]))
}

/** The row of a stage, locked; it is made when the first thing is written down of it. */
export async function lockEtapa(tx: EntityManager, procesoId: string, clave: ClaveEtapa): Promise<EtapaConclusion> {
  await tx.query(
    'insert into captura.etapa_conclusion (proceso_id, clave, version) values ($1, $2, 0) on conflict (proceso_id, clave) do nothing',
    [procesoId, clave],
  )
  return tx.findOneOrFail(EtapaConclusion, { where: { procesoId, clave }, lock: { mode: 'pessimistic_write' } })
}

/** The certificate without its bytes; null while there is none. */
export async function readConstancia(tx: EntityManager): Promise<ConstanciaDto | null> {
  const [row] = await readRows<Omit<ConstanciaDto, 'emitidaEn'> & { emitidaEn: Date }>(
    tx,
    'select folio, emitida_en as "emitidaEn", sha256, octet_length(archivo) as bytes from captura.constancia_supresion',
  )
  return row ? { ...row, emitidaEn: toIso(row.emitidaEn) } : null
}
