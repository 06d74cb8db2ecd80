import type { FilaIndice } from '@conoceles/domain/consulta'

/** A fórmula of a contienda, by who heads it. */
export interface Ficha {
  titular: FilaIndice
  suplente: FilaIndice | null
}

/** Who competes in a contienda, in the order of the day; whoever left her place is on her own page and not on the ballot of today. */
export function fichasDe(contienda: string, { filas, orden }: { filas: readonly FilaIndice[]; orden: readonly number[] }): Ficha[] {
  const own = orden.flatMap((row) => {
    const fila = filas[row]
    return fila?.contienda.clave === contienda && fila.estatus === 'aprobada' ? [fila] : []
  })
  const suplentes = new Map(own.filter(({ calidad }) => calidad === 'suplente').map((fila) => [formulaOf(fila), fila]))
  const titulares = own.filter(({ calidad }) => calidad === 'propietaria')
  const headed = new Set(titulares.map(formulaOf))
  const alone = [...suplentes].filter(([formula]) => !headed.has(formula)).map(([, fila]) => fila)
  return [
    ...titulares.map((titular) => ({ titular, suplente: suplentes.get(formulaOf(titular)) ?? null })),
    ...alone.map((titular) => ({ titular, suplente: null })),
  ]
}

/** Who was cancelled with all of her fórmula, so that nobody of it competes: printed ballots may still name her. */
export function canceladasDe(
  contienda: string,
  { filas, orden }: { filas: readonly FilaIndice[]; orden: readonly number[] },
): FilaIndice[] {
  const own = orden.flatMap((row) => (filas[row]?.contienda.clave === contienda ? [filas[row]] : []))
  const competing = new Set(own.filter(({ estatus }) => estatus === 'aprobada').map(formulaOf))
  return own.filter((fila) => fila.estatus === 'cancelada' && fila.calidad === 'propietaria' && !competing.has(formulaOf(fila)))
}

function formulaOf({ actor, numero, otros }: FilaIndice): string {
  return [actor, numero, ...otros].join(' ')
}
