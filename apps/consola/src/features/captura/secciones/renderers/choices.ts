import type { Question } from '@conoceles/cuestionarios'
import { t } from '../../mensajes.ts'

export interface Choice {
  value: string
  label: string
  /** Value that is kept as respuesta. */
  answer: string | boolean
}

/** The options of a closed question; a yes or no is one of two. */
export function choicesOf(question: Question): Choice[] {
  if (question.type === 'boolean') {
    return [
      { value: 'si', label: t('comun.si'), answer: true },
      { value: 'no', label: t('comun.no'), answer: false },
    ]
  }
  return (question.enum ?? []).map((option) => ({ value: option, label: option, answer: option }))
}
