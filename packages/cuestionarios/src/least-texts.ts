import type { CompiledCuestionario } from './document.ts'

/** Texts that ask for one least length. */
export interface TextosConMinimo {
  /** Characters without blanks. */
  minimo: number
  textos: { campo: string; titulo: string; obligatorio: boolean }[]
}

/** Texts of a cuestionario with a least length that everybody is asked for, by that length, in the order of the page. */
export function textosConMinimo({ secciones, questions, rules }: CompiledCuestionario): TextosConMinimo[] {
  const groups = new Map<number, TextosConMinimo>()
  for (const campo of secciones.flatMap(({ campos }) => campos)) {
    const question = questions.get(campo)
    const minimo = question?.sinBlancos?.minimo ?? 0
    if (question === undefined || minimo === 0 || rules.has(campo)) continue
    const group = groups.get(minimo) ?? { minimo, textos: [] }
    group.textos.push({ campo, titulo: question.title, obligatorio: question['x-obligatorio'] === true })
    groups.set(minimo, group)
  }
  return [...groups.values()]
}
