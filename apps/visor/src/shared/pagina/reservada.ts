import { tWord } from '../../messages/index.ts'

interface Listed {
  nombre: string
  calidad: string
  reserva: string | null
}

/** Text for screen readers: several people who are not shown share one sentence, and only their places tell them apart. */
export function heardName({ nombre, calidad, reserva }: Listed, actor: string): string {
  return reserva === 'persona' ? `${nombre}: ${actor}, ${tWord('calidad', calidad)}` : nombre
}

/** Name for the initials of the portrait; a sentence has none. */
export function initialed({ nombre, reserva }: Pick<Listed, 'nombre' | 'reserva'>): string {
  return reserva === 'persona' ? '' : nombre
}
