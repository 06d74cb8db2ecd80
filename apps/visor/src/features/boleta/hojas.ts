import type { Fila } from '../../api-types.ts'

/** One emblem of a ballot: a mark there votes for all of them. */
export interface Emblema {
  actor: Fila['actorPolitico']
  /** Person whose portrait represents the emblem; null where it only has a list on the back. */
  encabeza: Fila | null
  /** The others of the front: suplente, and the rest of the planilla. */
  acompanan: Fila[]
  /** Fórmulas of the front that were cancelled whole: printed ballots may still name them. */
  canceladas: Fila[]
  /** People who left a place of the front to somebody else: printed ballots may still name them, too. */
  sustituidas: Fila[]
}

/** A fórmula of a list on the back. */
export interface Formula {
  titular: Fila
  suplente: Fila | null
}

/** A list on the back, by who postulates it. */
export interface ListaReverso {
  actor: Fila['actorPolitico']
  formulas: Formula[]
}

/** Emblems in the order of the first list. `listas`: who competes in each contienda of the front, in the order of the day. */
export function emblemasOf(listas: readonly (readonly Fila[])[]): Emblema[] {
  const filas = listas.flat()
  const actores = new Map(
    filas.filter(({ estatus }) => estatus !== 'sustituida').map(({ actorPolitico }) => [actorPolitico.clave, actorPolitico]),
  )
  return [...actores.values()].flatMap((actor) => {
    const own = filas.filter(({ actorPolitico }) => actorPolitico.clave === actor.clave)
    const competing = own.filter(({ estatus }) => estatus === 'aprobada')
    const encabeza = competing.find(({ calidad }) => calidad === 'propietaria') ?? competing[0] ?? null
    const canceladas = own.filter((fila) => fila.estatus === 'cancelada' && fila.calidad === 'propietaria' && !hasFormula(competing, fila))
    const sustituidas = own.filter(({ estatus }) => estatus === 'sustituida')
    return [{ actor, encabeza, acompanan: competing.filter((fila) => fila !== encabeza), canceladas, sustituidas }]
  })
}

/** Lists that the emblem has on the back: its own, or those of the parties of its alliance. */
export function listasOf({ actor }: Pick<Emblema, 'actor'>, filas: readonly Fila[]): ListaReverso[] {
  const claves = [actor.clave, ...actor.integrantes]
  return claves.flatMap((clave) => {
    const own = filas.filter((fila) => fila.actorPolitico.clave === clave && fila.estatus === 'aprobada')
    return own[0] ? [{ actor: own[0].actorPolitico, formulas: formulasOf(own) }] : []
  })
}

/** Actors with a list on the back and nobody on the front, neither alone nor in an alliance. */
export function soloReverso(emblemas: readonly Emblema[], filas: readonly Fila[]): Emblema[] {
  const known = new Set(emblemas.flatMap(({ actor }) => [actor.clave, ...actor.integrantes]))
  const others = new Map(
    filas
      .filter(({ actorPolitico, estatus }) => estatus === 'aprobada' && !known.has(actorPolitico.clave))
      .map((fila) => [fila.actorPolitico.clave, fila]),
  )
  return [...others.values()].map(({ actorPolitico }) => ({
    actor: actorPolitico,
    encabeza: null,
    acompanan: [],
    canceladas: [],
    sustituidas: [],
  }))
}

/** Whether the printed sheet names somebody who left her place. */
export function isPrinted({ salida }: Fila, impresa: string | null): 'yes' | 'no' | 'maybe' {
  const desde = salida?.desde ?? null
  if (impresa === null || desde === null || desde === impresa) return 'maybe'
  return desde > impresa ? 'yes' : 'no'
}

function formulasOf(filas: readonly Fila[]): Formula[] {
  const titulares = filas.filter(({ calidad }) => calidad === 'propietaria')
  const alone = filas.filter((fila) => fila.calidad === 'suplente' && !titulares.some((titular) => titular.numero === fila.numero))
  const suplenteOf = ({ numero }: Fila) => filas.find((fila) => fila.calidad === 'suplente' && fila.numero === numero) ?? null
  return [
    ...titulares.map((titular) => ({ titular, suplente: suplenteOf(titular) })),
    ...alone.map((titular) => ({ titular, suplente: null })),
  ].sort((one, other) => one.titular.numero - other.titular.numero)
}

function hasFormula(filas: readonly Fila[], { cargo, numero }: Fila): boolean {
  return filas.some((fila) => fila.cargo === cargo && fila.numero === numero)
}
