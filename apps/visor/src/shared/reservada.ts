import { tWord } from '../messages/index.ts'

interface Listed {
  nombre: string
  calidad: string
  reserva: string | null
}

/** Names of several people who are not shown are one sentence: to whoever hears them, where each stands tells them apart. */
export function heardName({ nombre, calidad, reserva }: Listed, actor: string): string {
  return reserva === 'persona' ? `${nombre}: ${actor}, ${tWord('calidad', calidad)}` : nombre
}

/** Of a name; a sentence has no initials. */
export function initialed({ nombre, reserva }: Pick<Listed, 'nombre' | 'reserva'>): string {
  return reserva === 'persona' ? '' : nombre
}
