import type { Fila } from '../../../api-types.ts'
import type { Emblema } from '../hojas.ts'

/** One box of a paper ballot, as it is marked. */
export interface Recuadro {
  /** Clave of the party or the independent. */
  clave: string
  nombre: string
  /** Clave of the emblem that a mark here votes for: the same in every box of an alliance. */
  emblema: string
  encabeza: Fila | null
  acompanan: Fila[]
}

/** Sense of a marked sheet: for whom it counts, or why for nobody. Source of the rules: LGIPE, articles 288 and 291. */
export type Resultado =
  | { caso: 'blanco' }
  | { caso: 'valido'; recuadro: Recuadro }
  | { caso: 'alianza'; recuadros: Recuadro[] }
  | { caso: 'noRegistrada' }
  | { caso: 'varias'; recuadros: Recuadro[] }
  | { caso: 'marcaYNombre' }

/**
 * Boxes in the order of the paper. `actores`: who postulates, in the order of their register; on paper each party of an alliance has its own box.
 */
export function recuadrosOf(emblemas: readonly Emblema[], actores: readonly { clave: string; nombre: string }[]): Recuadro[] {
  const place = new Map(actores.map(({ clave }, at) => [clave, at]))
  const names = new Map(actores.map(({ clave, nombre }) => [clave, nombre]))
  const last = actores.length
  return emblemas
    .flatMap(({ actor, encabeza, acompanan }) => {
      const claves = actor.integrantes.length > 1 ? actor.integrantes : [actor.clave]
      return claves.map((clave) => ({ clave, nombre: names.get(clave) ?? actor.nombre, emblema: actor.clave, encabeza, acompanan }))
    })
    .sort((one, other) => (place.get(one.clave) ?? last) - (place.get(other.clave) ?? last))
}

/** Tells how a sheet counts. `escrito`: name in the space of who is not registered. */
export function contar(marcados: readonly Recuadro[], escrito: string): Resultado {
  const [first, ...others] = marcados
  const isWritten = escrito.trim() !== ''
  if (!first) return { caso: isWritten ? 'noRegistrada' : 'blanco' }
  if (isWritten) return { caso: 'marcaYNombre' }
  if (others.length === 0) return { caso: 'valido', recuadro: first }
  const isOne = others.every(({ emblema }) => emblema === first.emblema)
  return { caso: isOne ? 'alianza' : 'varias', recuadros: [...marcados] }
}
