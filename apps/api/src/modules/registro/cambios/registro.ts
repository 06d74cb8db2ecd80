import { randomUUID } from 'node:crypto'
import type { EntityManager } from 'typeorm'
import { TIPO_DE_ACTO } from '@conoceles/domain'
import type { Quien } from '../../../shared/act.ts'
import { Cambio } from './cambio.entity.ts'
import type { Catalogo, Pedido } from './pedido.ts'
import type { Plan } from './plan.ts'

/** The rows that the story is told from. A correction takes effect on the day it is made. */
export async function recordCambios(
  tx: EntityManager,
  { quien, ahora, folio }: { quien: Quien; ahora: Date; folio: string },
  { catalogo, pedido, planes }: { catalogo: Catalogo; pedido: Pedido; planes: readonly Plan[] },
): Promise<void> {
  const { acto, causa, acuerdo, documentoId, efectosDesde, motivo } = pedido
  const rows = planes.map((plan) => ({
    id: randomUUID(),
    procesoId: catalogo.proceso.id,
    candidaturaId: plan.row.id,
    tipo: TIPO_DE_ACTO[acto],
    causa: orNull(causa?.clave),
    acuerdoId: orNull(acuerdo?.id),
    documentoId,
    efectosDesde: efectosDesde ?? catalogo.hoy,
    entraId: orNull(plan.alta?.id),
    saleId: orNull(plan.sale?.id),
    motivo,
    diferencias: plan.diferencias,
    registradoEn: ahora,
    registradoPor: quien.cuentaId,
    rol: quien.rol,
    folio,
  }))
  await tx.insert(Cambio, rows)
}

function orNull(text: string | undefined): string | null {
  return text ?? null
}
