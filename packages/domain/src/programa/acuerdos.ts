import type { ActividadPack } from './actividad.ts'
import type { Sourced } from '../base/sourced.ts'

/** A paragraph of a proyecto de acuerdo. What nobody confirmed is left as a gap, which says this text as what is missing. */
export interface ParrafoAcuerdo extends Sourced {
  /** With fields in braces: {documento}, {remitido} (that document, or this acuerdo), {actividad}, {nombre}, {organo}, {vence}, {proceso}. */
  texto: string
  /** Claves of the actividades that it is for; absent: for all. */
  actividades?: string[]
}

/** From what the proyectos de acuerdo of the Pleno are drafted. */
export interface AcuerdosPack {
  /** "IMPEPAC/CEE/___/{anio}". */
  numeracion: { patron: string } & Sourced
  antecedentes: ParrafoAcuerdo[]
  considerandos: ParrafoAcuerdo[]
  /** Laws and acuerdos that apply, in their order; one considerando lists them. */
  marco: ({ texto: string } & Sourced)[]
  /** Decision of the first point of an actividad, and its words in the title. Without one it approves its document. */
  decisiones: ({ actividad: string; rubro: string; punto: string } & Sourced)[]
  /** Points after the first. */
  puntos: ParrafoAcuerdo[]
}

/** Parts of the system in which the document of an actividad is made. */
export const LUGARES_DOCUMENTO = ['informe', 'listado', 'cuestionario', 'aviso', 'acuerdo'] as const
export type LugarDocumento = (typeof LUGARES_DOCUMENTO)[number]

type Hecha = Pick<ActividadPack, 'informe' | 'evento' | 'cadena'>

/** Null: no page of this system makes it. */
export function lugarDelDocumento({ informe, evento, cadena }: Hecha): LugarDocumento | null {
  if (informe) return 'informe'
  if (evento?.tipo === 'acuerdo_candidaturas') return 'listado'
  if (evento?.tipo === 'cuestionario_activado') return 'cuestionario'
  if (cadena.some(({ milestone }) => milestone === 'comite')) return 'aviso'
  return cadena.some(({ milestone }) => milestone === 'pleno') ? 'acuerdo' : null
}

/** Whether the Pleno ends it with an acuerdo. Those that approve candidaturas are others: the list only tells them. */
export function terminaEnAcuerdo({ evento, cadena }: Pick<Hecha, 'evento' | 'cadena'>): boolean {
  return evento?.tipo !== 'acuerdo_candidaturas' && cadena.some(({ milestone }) => milestone === 'pleno')
}
