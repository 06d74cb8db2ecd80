import type { CompiledCuestionario } from '../document.ts'

/** Free text asked of a person who chose the option "none of the others" of a closed question. */
export interface TextoDeOtra {
  /** The question that the text answers. */
  campo: string
  titulo: string
  /** The closed question, and its option. */
  de: string
  tituloDe: string
  opcion: string
  seccion: string
}

const OTRA = /^otr[ao]s?\b/i

/**
 * The texts of an option «Otra» or «Otro», in the order of the page: a question without options that is shown when a closed one was answered with
 * just that option. Derived from the cuestionario, so that another version of it, or another institute's, needs no list.
 */
export function textosDeOtra({ secciones, questions, rules }: CompiledCuestionario): TextoDeOtra[] {
  return secciones.flatMap(({ campos, titulo: seccion }) =>
    campos.flatMap((campo) => {
      const question = questions.get(campo)
      if (question?.type !== 'string' || question.enum !== undefined || question.format !== undefined) return []
      return (rules.get(campo) ?? []).flatMap(({ campo: de, condition }) => {
        const closed = questions.get(de)
        const opcion = condition.const
        if (typeof opcion !== 'string' || !OTRA.test(opcion) || !closed?.enum?.includes(opcion)) return []
        return [{ campo, titulo: question.title, de, tituloDe: closed.title, opcion, seccion }]
      })
    }),
  )
}
