interface Formula {
  contienda: string
  actor: string
  folioFormula: number
}

interface Registrada {
  contienda: string
  actor: string
  folio: number
  numero: number
}

/**
 * Place in a list: the rank of the folio among those of the same actor político in the same contienda. Where the system has fórmulas
 * already, those keep their places and the new ones follow.
 */
export function numerarFormulas(nuevas: readonly Formula[], registradas: readonly Registrada[]): (formula: Formula) => number {
  const known = new Map<string, Map<number, number>>()
  for (const { folio, numero, ...formula } of registradas) listOf(known, formula).set(folio, numero)
  const folios = new Map<string, Set<number>>()
  for (const formula of nuevas) {
    const list = folios.get(keyOf(formula))
    if (list) list.add(formula.folioFormula)
    else folios.set(keyOf(formula), new Set([formula.folioFormula]))
  }
  for (const [key, set] of folios) {
    const list = known.get(key) ?? new Map<number, number>()
    let last = Math.max(0, ...list.values())
    for (const folio of [...set].sort((one, other) => one - other)) if (!list.has(folio)) list.set(folio, (last += 1))
    known.set(key, list)
  }
  return (formula) => known.get(keyOf(formula))?.get(formula.folioFormula) ?? 1
}

function listOf(lists: Map<string, Map<number, number>>, formula: Pick<Formula, 'contienda' | 'actor'>): Map<number, number> {
  const list = lists.get(keyOf(formula)) ?? new Map<number, number>()
  lists.set(keyOf(formula), list)
  return list
}

function keyOf({ contienda, actor }: Pick<Formula, 'contienda' | 'actor'>): string {
  return `${contienda}|${actor}`
}
