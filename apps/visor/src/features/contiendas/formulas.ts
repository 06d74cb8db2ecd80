import type { Fila } from '../../api-types.ts'

/** One option of a vote: its head, and the person who enters in her place. */
export interface FormulaContienda {
  titular: Fila
  suplentes: Fila[]
}

/**
 * The rows of a contienda by fórmula, in the order of their heads. A suplente stands with the propietaria of her place that is in the same
 * situation, else with the one that competes; a suplente without propietaria heads her own. The competing come first.
 */
export function formulasOf(filas: readonly Fila[]): FormulaContienda[] {
  const heads = filas.filter(({ calidad }) => calidad === 'propietaria')
  const headOf = (fila: Fila): Fila | undefined => {
    const own = heads.filter((head) => head.actorPolitico.clave === fila.actorPolitico.clave && head.numero === fila.numero)
    return own.find(({ estatus }) => estatus === fila.estatus) ?? (fila.estatus === 'sustituida' ? own.find(isCompeting) : undefined)
  }
  const formulas = filas
    .filter((fila) => fila.calidad === 'propietaria' || !headOf(fila))
    .map((titular) => ({ titular, suplentes: filas.filter((fila) => fila.calidad === 'suplente' && headOf(fila) === titular) }))
  return [...formulas.filter(({ titular }) => isCompeting(titular)), ...formulas.filter(({ titular }) => !isCompeting(titular))]
}

/** How many stand on the ballot, whether each of them has a suplente, and how many were cancelled. */
export function cuentaOf(formulas: readonly FormulaContienda[]): { vigentes: number; canceladas: number; conSuplente: boolean } {
  const vigentes = formulas.filter(({ titular }) => isCompeting(titular))
  return {
    vigentes: vigentes.length,
    canceladas: formulas.filter(({ titular }) => titular.estatus === 'cancelada').length,
    conSuplente:
      vigentes.length > 0 && vigentes.every(({ titular, suplentes }) => titular.calidad === 'propietaria' && suplentes.some(isCompeting)),
  }
}

function isCompeting({ estatus }: Fila): boolean {
  return estatus === 'aprobada'
}
