/** `aviso`: it works, and somebody should look. `falla`: something does not work, or is not safe. In the order in which they are told. */
export const GRAVEDADES = ['falla', 'aviso', 'bien'] as const
export type Gravedad = (typeof GRAVEDADES)[number]

/** One thing that the diagnosis looked at, for the person who operates the system. */
export interface Hallazgo {
  asunto: string
  gravedad: Gravedad
  dice: string
  /** Null: `dice` says it, or there is nothing to mend. */
  remedio: string | null
}

export function bien(asunto: string, dice: string): Hallazgo {
  return { asunto, gravedad: 'bien', dice, remedio: null }
}

export function aviso(asunto: string, dice: string, remedio: string): Hallazgo {
  return { asunto, gravedad: 'aviso', dice, remedio }
}

export function falla(asunto: string, dice: string, remedio: string | null = null): Hallazgo {
  return { asunto, gravedad: 'falla', dice, remedio }
}

/** Faults first. */
export function inOrder(found: readonly Hallazgo[]): Hallazgo[] {
  return GRAVEDADES.flatMap((gravedad) => found.filter((each) => each.gravedad === gravedad))
}
