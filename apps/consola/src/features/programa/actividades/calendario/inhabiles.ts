import type { DiaInhabil } from '../../../../api-types.ts'
import { t } from '../../mensajes.ts'

/** "Inhábil: Día del Trabajo", "Inhábil: domingo". */
export function inhabilText(dia: DiaInhabil | undefined): string {
  return dia === undefined ? '' : t('actividades.inhabil', { motivo: dia.nombre ?? dia.motivo })
}
