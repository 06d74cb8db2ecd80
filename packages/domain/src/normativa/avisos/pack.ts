import type { EleccionConsentimiento } from '../../captura/consentimiento.ts'
import type { Sourced } from '../../base/sourced.ts'
import type { Derecho } from '../../derechos/derechos.ts'

export const TIPOS_AVISO = ['integral', 'simplificado'] as const
export type TipoAviso = (typeof TIPOS_AVISO)[number]

/** One thing for which data are used. */
export interface Finalidad {
  /** Tells it from the others, also when its text changes. */
  clave: string
  texto: string
  /** The choice on which it rests; null when a norm obliges and no consent is needed. */
  decision: EleccionConsentimiento | null
  /** Sentence printed beside the need of consent. */
  detalle: string
}

/** A law of personal data, with the days in which it was in force. */
export interface LeyPack extends Sourced {
  clave: string
  nombre: string
  /** First and last day in force; null: still. */
  desde: string
  hasta: string | null
  /** Its articles on consent and on the aviso, as the aviso cites them. */
  articulos: string
  /** How a text that cites it is told from one that cites another: the day of its publication, in words. */
  identifica: string
  /** Authority that hears complaints under it. */
  autoridadGarante: string
  /** Its articles on requests about data, as a letter cites them: only those that somebody read in it. */
  derechos?: Partial<Record<FundamentoDerecho, string>>
  /** Article by which the Comité de Transparencia votes each refusal; printed only if its source is sure. */
  comite?: { articulo: string } & Sourced
}

/** Matters of a letter that answers a request about data, each with its articles. */
export type FundamentoDerecho = Derecho | 'ejercicio' | 'responder' | 'declinar' | 'prevenir' | 'improcedente' | 'recurrir'

/** Part that an aviso must contain. */
export interface PartePack extends Sourced {
  clave: string
  nombre: string
  /** Kinds of aviso that must contain it. */
  avisos: TipoAviso[]
  /** Words of the title by which it is found; any of them is enough. */
  titulos: string[]
  /** Words that it must hold, all of them; each alternative parted by "/". */
  contiene: string[]
  /** Clave of a law → where that law asks for it. */
  articulos: Record<string, string>
}

/** Rules for writing the aviso de privacidad of a proceso. */
export interface ReglasAvisoPack {
  /** Clave of the entregable whose approval it needs; null when the programme has none. */
  entregable: string | null
  leyes: LeyPack[]
  partes: PartePack[]
  /** Names of authorities, addresses, means: data that the text takes from here as {{clave}}. */
  datos: ({ clave: string; nombre: string; valor: string } & Sourced)[]
}
