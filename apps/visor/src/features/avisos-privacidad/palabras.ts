import type { AprobacionAviso, FilaAviso } from '../../api-types.ts'
import { t } from '../../messages/avisos.ts'
import { longDate } from '../../shared/pagina/dates.ts'

/** Null while nobody approved it: its page leaves that out. */
export function approvalText({ organo, fecha, sesion }: AprobacionAviso): string | null {
  if (!fecha) return null
  return [organo, sesion, longDate(fecha)].filter(Boolean).join(', ')
}

/** Which choices a version asked for again; none: every consent went on. */
export function askedText(decisiones: FilaAviso['porRenovar']): string {
  if (decisiones.length === 0) return t('aviso.askedNone')
  return t('aviso.asked', { decisiones: decisiones.map((decision) => t(`aviso.choices.${decision}`)).join(', ') })
}
