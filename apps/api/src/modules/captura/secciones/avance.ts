import { estatusCapturaDe } from '@conoceles/domain'
import type { ConsentimientoRow } from '../consentimientos/index.ts'
import type { Avance, CapturaRow, SeccionEstatus } from './captura.queries.ts'
import { completenessOf, isComplete, judgedOf } from './completeness.ts'
import type { Vigente } from '../vigentes/vigentes.ts'

interface Place {
  vigentes: readonly Vigente[]
  secciones: readonly SeccionEstatus[]
  consentimiento: ConsentimientoRow | null
}

/** Progress of a captura after one of its sections or its consentimiento changed. `guardadaEn`: last save of a required section. */
export function avanceOf({ id, version, capturadaEn }: CapturaRow, place: Place, guardadaEn: Date | null): Avance {
  const estatusCaptura = estatusCapturaDe(
    judgedOf(place).map(({ estatus }) => estatus),
    completenessOf(place),
  )
  return {
    id,
    estatusCaptura,
    seccionesCompletas: place.secciones.filter(({ estatus }) => isComplete(estatus)).length,
    capturadaEn: estatusCaptura === 'completa' ? (guardadaEn ?? capturadaEn) : capturadaEn,
    version: version + 1,
  }
}

/** Whether the public state changes: of a captura in progress only its state is public. */
export function isOther(before: CapturaRow, { estatusCaptura, capturadaEn }: Avance): boolean {
  return estatusCaptura !== before.estatusCaptura || capturadaEn !== before.capturadaEn
}

/** Keeps the sections of the versions in force: sections under an older version only record their publication. */
export function onlyOf<T extends Pick<SeccionEstatus, 'cuestionarioId'>>(vigentes: readonly Vigente[], secciones: readonly T[]): T[] {
  return secciones.filter(({ cuestionarioId }) => vigentes.some(({ row }) => row.id === cuestionarioId))
}
