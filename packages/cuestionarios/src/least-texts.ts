import type { CompiledCuestionario, Question } from './document.ts'

/** Texts that ask for one least length. */
export interface TextosConMinimo {
  /** Characters without blanks. */
  minimo: number
  textos: { campo: string; titulo: string; obligatorio: boolean }[]
}

/** Texts of a cuestionario with a least length that everybody is asked for, by that length, in the order of the page. */
export function textosConMinimo({ secciones, questions, rules }: CompiledCuestionario): TextosConMinimo[] {
  const asked = secciones.flatMap(({ campos }) => campos).filter((campo) => !rules.has(campo))
  const textos = asked.flatMap((campo) => toTexto(campo, questions.get(campo)))
  const minimos = [...new Set(textos.map(({ minimo }) => minimo))]
  return minimos.map((minimo) => ({
    minimo,
    textos: textos.filter((each) => each.minimo === minimo).map(({ minimo: _, ...texto }) => texto),
  }))
}

function toTexto(campo: string, question: Question | undefined) {
  const minimo = question?.sinBlancos?.minimo ?? 0
  if (question === undefined || minimo === 0) return []
  return [{ minimo, campo, titulo: question.title, obligatorio: question['x-obligatorio'] === true }]
}
