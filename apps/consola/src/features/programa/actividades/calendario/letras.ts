import { textOr } from '../../mensajes.ts'

/** Two letters of a moment, beside its mark; the legend spells them. */
export function milestoneMark(milestone: string): string {
  return textOr(`actividades.letras.${milestone}`, '')
}
