import type { Evaluated } from './programar.ts'

/** Dates of a statement: a day, or a window between two. */

export function isWindow({ statement }: Evaluated): boolean {
  return statement.regla.tipo === 'ventana'
}

/** The day on which a window begins; null where only a day is said. */
export function startOf(each: Evaluated): string | null {
  return isWindow(each) && each.inicio !== each.fin ? each.inicio : null
}

export function sameSpan(each: Evaluated, other: Evaluated | undefined): boolean {
  return other !== undefined && each.fin === other.fin && startOf(each) === startOf(other)
}

/** Statements with a date, by what they say, in the order in which it was first said. A window and the day on which it ends, said alone, are one. */
export function spansOf(statements: readonly Evaluated[]): Evaluated[][] {
  const groups: Evaluated[][] = []
  for (const each of statements) {
    if (each.fin === null) continue
    const group = groups.find(([first]) => sameSpan(each, first))
    if (group) group.push(each)
    else groups.push([each])
  }
  return groups.filter(([first]) => first !== undefined && (isWindow(first) || !endsAWindow(first, groups)))
}

function endsAWindow({ fin }: Evaluated, groups: readonly Evaluated[][]): boolean {
  return groups.some(([other]) => other !== undefined && isWindow(other) && other.fin === fin)
}
