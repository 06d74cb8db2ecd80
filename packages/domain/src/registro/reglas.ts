import type { Sourced } from '../base/sourced.ts'
import type { ActoCambio } from './estatus.ts'

/** Why a candidatura ends, or comes back. */
export interface CausaPack extends Sourced {
  clave: string
  nombre: string
  /** Acts that may give it as their cause. */
  actos: ActoCambio[]
  /** Whether the cause may be told to the public; health and penal matters may not. */
  publica: boolean
  /** Whether it is said only of a person who holds another place in force. */
  conLugar?: boolean
}

/**
 * Rule by which the register is checked: a warning for the institute, never a veto (Anexo 24.2: the system has no effect on registration).
 * `parametros` by kind: accion_afirmativa_minima {minimo, hastaLugar} per postulación, edad_minima {edad} on the day of the
 * jornada, fuera_de_ventana {inicio, fin} for sustituciones; the others have none.
 */
export interface ReglaPack extends Sourced {
  clave: string
  tipo: TipoRegla
  cargos: string[]
  parametros: Record<string, number | string>
  /** Sentence of the rule. */
  texto: string
}

export const TIPOS_REGLA = [
  'paridad_formula',
  'accion_afirmativa_minima',
  'edad_minima',
  'personas_incompatibles',
  'suplente_faltante',
  'lista_con_huecos',
  'fuera_de_ventana',
] as const
export type TipoRegla = (typeof TIPOS_REGLA)[number]
