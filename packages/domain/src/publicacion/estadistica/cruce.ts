import type { Intervalo } from './intervalo.ts'
import { respuestasDe, type CeldaIdentidad, type LoteVivo, type Universo } from './tabla-identidad.ts'

export interface FilaCruzada {
  clave: string
  nombre: string
  /** Public facts of its candidaturas; null: the row is of several, counted together. */
  universo: Universo | null
  /** Null: no group was formed of this row alone. */
  cuentan: number | null
  respuestas: Record<string, Intervalo> | null
}

/** Row of the groups that mix several rows. */
export const JUNTAS = 'juntas'

/**
 * The lotes of a table by another fact than its own rows. A row is the sum of the lotes that were formed within it, so that a crossing
 * tells nothing that they do not tell by themselves. No answer is counted for it.
 */
export function tablaCruzada(
  renglones: readonly CeldaIdentidad[],
  lotes: readonly LoteVivo[],
  valorDeLote: (lote: LoteVivo) => string | null,
): FilaCruzada[] {
  const filas = renglones.map(({ clave, nombre, universo }) => ({
    ...{ clave, nombre, universo },
    ...told(lotes.filter((lote) => valorDeLote(lote) === clave)),
  }))
  const mixed = lotes.filter((lote) => valorDeLote(lote) === null)
  if (mixed.length === 0) return filas
  return [...filas, { clave: JUNTAS, nombre: 'De varios renglones, contadas juntas', universo: null, ...told(mixed) }]
}

function told(lotes: readonly LoteVivo[]): Pick<FilaCruzada, 'cuentan' | 'respuestas'> {
  if (lotes.length === 0) return { cuentan: null, respuestas: null }
  return { cuentan: lotes.reduce((total, { quedan }) => total + quedan, 0), respuestas: respuestasDe(lotes) }
}
