import { murmur3 } from '@conoceles/domain/consulta'
import type { Contienda, Proceso } from '../../api-types.ts'

const UNITS = ['bytes', 'kB', 'MB', 'GB'] as const

/** "1.2 MB": size in the units of a file manager. */
export function sizeText(bytes: number): string {
  const power = Math.min(UNITS.length - 1, Math.floor(Math.log10(Math.max(1, bytes)) / 3))
  const amount = bytes / 1000 ** power
  const digits = power === 0 || amount >= 100 ? 0 : 1
  return `${new Intl.NumberFormat('es-MX', { maximumFractionDigits: digits }).format(amount)} ${UNITS[power]}`
}

/** Text that is drawn on the election day, and its number, for the first contienda and the first who may postulate in it. */
export function ejemploSorteo(
  { clave, jornada, actoresPoliticos }: Proceso,
  [contienda]: readonly Contienda[],
): { texto: string; numero: string } | null {
  const [actor] = actoresPoliticos
  if (!contienda || !actor) return null
  const texto = [jornada, clave, contienda.clave, actor.clave].join('|')
  return { texto, numero: String(murmur3(texto)) }
}
