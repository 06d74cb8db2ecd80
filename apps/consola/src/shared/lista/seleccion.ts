/** Somebody chosen in the directory, to be named wherever an act is prepared. */
export interface Elegida {
  id: string
  nombre: string
}
export type Seleccion = ReadonlyMap<string, string>

/** A bulk act takes no more. */
export const SELECCION_MAX = 500

export function withElegidas(seleccion: Seleccion, elegidas: readonly Elegida[]): Seleccion {
  const next = new Map(seleccion)
  for (const { id, nombre } of elegidas) {
    if (next.has(id) || next.size < SELECCION_MAX) next.set(id, nombre)
  }
  return next
}

export function withoutElegidas(seleccion: Seleccion, elegidas: readonly { id: string }[]): Seleccion {
  const gone = new Set(elegidas.map(({ id }) => id))
  return new Map([...seleccion].filter(([id]) => !gone.has(id)))
}

/** Whether all, some or none of a page is chosen. */
export function chosenOf(seleccion: Seleccion, page: readonly { id: string }[]): 'all' | 'some' | 'none' {
  const count = page.filter(({ id }) => seleccion.has(id)).length
  if (count === 0) return 'none'
  return count === page.length ? 'all' : 'some'
}
