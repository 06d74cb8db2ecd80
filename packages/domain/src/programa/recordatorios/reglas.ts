import type { Rol } from '../../acceso/permisos.ts'
import type { Sourced } from '../../base/sourced.ts'

export const TIPOS_RECORDATORIO = ['recordatorio', 'resumen', 'escalamiento'] as const
export type TipoRecordatorio = (typeof TIPOS_RECORDATORIO)[number]

/** Rules of the institute's reminders: data of the pack. Hours are local, "09:00"; the programme of work sets none of them. */
export interface RecordatoriosPack extends Sourced {
  /** Days before its end from which a duty is said to be due soon. */
  avisoDias: number
  /** So many days before the due day; 0 is the day itself. */
  distancias: number[]
  /** When reminders and escalations leave. */
  hora: string
  /** One message with all that is owed in the week. `dia`: 1 is Monday. */
  resumen: { dia: number; hora: string }
  /** Overdue: after so many days, again after so many more, to these roles and to the responsible area. */
  escalamiento: { despuesDias: number; cadaDias: number; roles: Rol[] }
  /** Nothing is sent from the first hour until the second, which may be of the next day; equal: no such hours. */
  silencio: { desde: string; hasta: string }
  /** Hours during which a message is worth sending, from the moment that it had to leave. */
  vigenciaHoras: number
  /** Roles that hear in place of an area that has no account of its own. */
  sinCuenta: Rol[]
}

/** Whether an account may go without a kind of message: the secretaría always hears of overdue duties. */
export function puedeApagar(rol: Rol, tipo: TipoRecordatorio): boolean {
  return tipo !== 'escalamiento' || rol !== 'secretaria'
}
