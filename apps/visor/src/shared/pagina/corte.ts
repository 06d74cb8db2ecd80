import type { Corte } from '../../api-types.ts'
import { t } from '../../messages/index.ts'
import { longDateTime } from './dates.ts'

/** Newest corte among those of a page: the content of an older one is the same in it. */
export function newestCorte(cortes: readonly (Corte | null | undefined)[]): Corte | null {
  const known = cortes.filter((corte) => corte !== null && corte !== undefined)
  return known.sort((one, other) => other.numero - one.numero)[0] ?? null
}

/** "Corte del jueves 25 de abril de 2024, 18:00": what every figure says beside itself. */
export function corteText(corte: Corte | null | undefined): string {
  return corte ? t('cut.of', { fecha: longDateTime(corte.en) }) : t('cut.none')
}
