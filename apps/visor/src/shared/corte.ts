import type { Corte } from '../api-types.ts'
import { t } from '../messages/index.ts'
import { longDateTime } from './dates.ts'

/** "Corte del jueves 25 de abril de 2024, 18:00": what every figure says beside itself. */
export function corteText(corte: Corte | null | undefined): string {
  return corte ? t('cut.of', { fecha: longDateTime(corte.en) }) : t('cut.none')
}
