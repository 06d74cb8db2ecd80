import { plainKey } from '@conoceles/domain'
import type { Entregable } from '../../../../api-types.ts'
import { monthLong } from '../../../../shared/formularios/dates.ts'

/** Entregables that answer to each of these words, in any order: by number, name, title, document, month or event. */
export function buscarEntregables(entregables: readonly Entregable[], text: string): Entregable[] {
  const asked = palabras(text)
  if (asked.length === 0) return []
  return entregables.filter((each) => {
    const said = palabras(dichoDe(each))
    return asked.every((word) => said.some((other) => other.startsWith(word)))
  })
}

export function rotuloDe({ numero, titulo }: Pick<Entregable, 'numero' | 'titulo'>): string {
  return `${numero} ${titulo}`
}

function dichoDe({ numero, nombre, titulo, documento, mes, evento }: Entregable): string {
  return [numero, nombre, titulo, documento, mes, mes && monthLong(mes), evento?.titulo].filter(Boolean).join(' ')
}

/** A number with its points is one word: "11.5" is not found in "11.15", nor in a month of May. */
function palabras(text: string): string[] {
  return (text.match(/\d+(?:[.-]\d+)*|\p{L}[\p{L}\p{M}\d]*/gu) ?? []).map((word) => (/^\d/.test(word) ? word : plainKey(word)))
}
