import type { Ensayado } from './ensayar.ts'
import type { Hecho } from './hacer.ts'

const MIB = 1_048_576
const number = new Intl.NumberFormat('es-MX', { maximumFractionDigits: 1 })

export function hechoSentence({ nombre, bytes, bitacora, corte, tablas, renglones, borrados }: Hecho): string {
  const size = `${number.format(bytes / MIB)} MiB`
  const old = borrados > 0 ? ` Se borraron ${borrados} anteriores.` : ''
  return `Respaldo ${nombre}: ${size}, ${number.format(renglones)} renglones de ${tablas} tablas, ${marks({ bitacora, corte })}.${old}`
}

export function ensayadoSentence({ nombre, segundos, tablas, renglones, bitacora, corte }: Ensayado): string {
  return `Ensayo de ${nombre}: se restauró en ${segundos} s con ${number.format(renglones)} renglones de ${tablas} tablas; coinciden ${marks({ bitacora, corte })}.`
}

function marks({ bitacora, corte }: Pick<Hecho, 'bitacora' | 'corte'>): string {
  return `${number.format(bitacora?.n ?? 0)} actos de la bitácora y ${corte ? `el corte ${corte.numero}` : 'ningún corte'}`
}
