import {
  esPoder,
  identificacionEnPalabras,
  longDate,
  type DatosOficio,
  type Identificacion,
  type ReglasAvisoPack,
  type ReglasDerecho,
} from '@conoceles/domain'
import type { Emisor } from '../../../intercambio/exportaciones/index.ts'
import type { DocumentoDerechoDto } from '../derechos.dto.ts'
import type { FundamentoPapel } from '../fundamento.ts'
import type { Hecho, SolicitudDerecho } from '../solicitud-derecho.entity.ts'
import type { AvisoDePapel } from './aviso.ts'

/** Texts of the papers of a request. */
export interface Papel {
  emisor: Emisor
  row: SolicitudDerecho
  persona: string
  reglas: ReglasDerecho
  /** Names of the two that decided: see `dosPersonasDe`. */
  personas: ReadonlyMap<string, string>
  /** Official who received the request, with the charge of that day; null: the persona asked with her own account. */
  recibio: { nombre: string; cargo: string } | null
  /** Requests that an act answers at once, in the order of their folios: itself, and those of its letter. */
  escrito: readonly { folio: string; derecho: SolicitudDerecho['derecho'] }[]
  /** Requests of the same letter. */
  hermanas: readonly SolicitudDerecho[]
  documentos: readonly DocumentoDerechoDto[]
  /** Kind of the identity document that was shown; null: nobody said. */
  exhibido: Identificacion | null
  identidadRecibidaEn: Date | null
  /** Folio of the acuse by which her identity was accredited, for the expediente; null: it was not yet. */
  acuseIdentidad: string | null
  /** Sentence on the mail of the acuse. */
  acuseCorreo: string
  aviso: AvisoDePapel | null
  lugar: string
  reglasAviso: ReglasAvisoPack
  fundamento: FundamentoPapel
  /** Parts of its letter of which the pack is sure. */
  seguros: DatosOficio
  /** Acts done before the acuse was first handed out. */
  alAcuse: readonly Hecho[]
  /** Instant up to which the acuse tells papers: see `acuseAl`. */
  acuseAl: string | null
  /** Instant of the legal clock, in ISO form. */
  hechoEl: string
}

/** Why the identity document is in the index of an expediente and not among its files. */
export const NO_SE_AGREGA = 'Se guarda cifrada en el sistema y no se agrega: la solicitud se resuelve sin copiarla.'

/** With which document the persona proved who she is, and never its content. */
export function identidadEnPalabras({ row: { acreditadaEn }, exhibido }: Pick<Papel, 'row' | 'exhibido'>): string {
  const with_ = `con su ${identificacionEnPalabras(exhibido)}`
  return acreditadaEn === null ? '' : `La persona titular acreditó su identidad ${with_} el ${longDate(acreditadaEn)}.`
}

/** With which paper a representative acts; none: she asks for herself, or the paper is missing. */
export function representacionEnPalabras({ row: { representante }, documentos }: Pick<Papel, 'row' | 'documentos'>): string[] {
  const poder = documentos.findLast(esPoder)
  return representante === null || !poder
    ? []
    : [`${representante} acreditó que la representa con el documento «${sinExtension(poder.nombre)}».`]
}

export function sinExtension(nombre: string): string {
  const [, stem = nombre] = /^(.+)\.[A-Za-z0-9]{2,4}$/.exec(nombre) ?? []
  return stem
}
