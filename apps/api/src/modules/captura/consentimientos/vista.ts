import type { EntityManager } from 'typeorm'
import type { SupuestoPack } from '@conoceles/domain'
import { AvisoPrivacidad } from '../avisos/index.ts'
import { toIso } from '../../../shared/clock.ts'
import type { Consentimiento } from './consentimiento.entity.ts'
import type { ConsentimientoDto } from './consentimientos.dto.ts'

/** Versions of the avisos, by id. */
export async function readVersionesAviso(tx: EntityManager): Promise<Map<string, number>> {
  const rows = await tx.find(AvisoPrivacidad, { select: { id: true, version: true } })
  return new Map(rows.map(({ id, version }) => [id, version]))
}

export async function readVersionAviso(tx: EntityManager, avisoId: string): Promise<number> {
  return (await tx.findOneOrFail(AvisoPrivacidad, { where: { id: avisoId }, select: { id: true, version: true } })).version
}

type Ground = Pick<ConsentimientoDto, 'supuestoTexto' | 'comoSubsanar'>

/** Ground of a refusal in words; one that the list no longer has is told by its key. */
export function groundOf({ revisionSupuesto }: Pick<Consentimiento, 'revisionSupuesto'>, supuestos: readonly SupuestoPack[]): Ground {
  const ground = supuestos.find(({ clave }) => clave === revisionSupuesto)
  return { supuestoTexto: ground?.texto ?? revisionSupuesto, comoSubsanar: ground?.catalogo?.comoSubsanar ?? null }
}

export function toDto(
  row: Consentimiento,
  { version: avisoVersion, supuestos }: { version: number; supuestos: readonly SupuestoPack[] },
): ConsentimientoDto {
  const { id, avisoId, avisoSha256, tratamiento, publicacion, estadistica, mecanismo, revision, revisionRazon } = row
  const { firmadoEl, recibidaEl, motivo, folio } = row
  return {
    ...{ id, avisoId, avisoVersion, avisoSha256, tratamiento, publicacion, estadistica, mecanismo, revision, revisionRazon },
    ...{ otorgadoEn: toIso(row.otorgadoEn), firmadoEl, recibidaEl, motivo, folio },
    ...groundOf(row, supuestos),
    conDocumento: row.formatoId !== null,
  }
}
