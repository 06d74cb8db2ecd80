import type { Milestone } from './actividad.ts'
import type { MotivoInhabil } from '../base/dias-habiles.ts'
import { isConfirmada, type Sourced } from '../base/sourced.ts'

/** Ways by which an oficio leaves: the system between the INE and the institutes, mail, or paper. */
export const MEDIOS_REMISION = ['sistema_ine_opl', 'correo', 'fisico'] as const
export type MedioRemision = (typeof MEDIOS_REMISION)[number]

/** Life of a remisión: prepared, sent, received by its acuse; or annulled, which it stays in the record for ever. */
export const ESTATUS_REMISION = ['preparada', 'enviada', 'acusada', 'anulada'] as const
export type EstatusRemision = (typeof ESTATUS_REMISION)[number]

/** Facts told of a sent remisión that may have been told wrongly. */
export const CORREGIBLES_REMISION = ['envio', 'acuse'] as const
export type CorregibleRemision = (typeof CORREGIBLES_REMISION)[number]

/** Parts of an oficio in a proceso: the posts that it goes to and its words. Posts, never names: holders change. */
export interface OficioPack extends Sourced {
  /** How its number looks, with `{anio}`: a suggestion, the number itself is typed. */
  numeracion: { patron: string } & Sourced
  lugar: { texto: string } & Sourced
  /** Post that signs. */
  remitente: { cargo: string } & Sourced
  destinatario: PuestoPack
  atencion: PuestoPack | null
  /** Articles on which it is founded, as they follow "Con fundamento en"; what nobody confirmed is not printed. */
  fundamento?: { texto: string | null } & Sourced
  /** With its fields between braces (`PLANTILLAS`). */
  asunto: string
  parrafos: string[]
}

export interface PuestoPack extends Sourced {
  cargo: string
  organo: string
}

/** Estatus of a remisión, from its facts alone. */
export function estatusRemision(facts: { enviadaEn: unknown; acuseEn: unknown; anuladaEn: unknown }): EstatusRemision {
  if (facts.anuladaEn !== null) return 'anulada'
  if (facts.acuseEn !== null) return 'acusada'
  return facts.enviadaEn === null ? 'preparada' : 'enviada'
}

/** Why the data of the sending or of its acuse may not be corrected now; empty when they may. */
export function razonesContraCorregirRemision(que: CorregibleRemision, estatus: EstatusRemision): string[] {
  if (estatus === 'anulada') return ['Está anulada.']
  if (estatus === 'preparada') return ['Todavía no se ha enviado.']
  return que === 'acuse' && estatus === 'enviada' ? ['Todavía no tiene acuse.'] : []
}

/** "Con fundamento en …, y en cumplimiento de": the beginning of an oficio, without the articles that nobody confirmed. */
export function aperturaDe({ fundamento }: Pick<OficioPack, 'fundamento'>): string {
  const founded = fundamento && isConfirmada(fundamento.confianza) ? fundamento.texto : null
  return founded === null ? 'En cumplimiento de' : `Con fundamento en ${founded}, y en cumplimiento de`
}

export const ADVERTENCIAS_REMISION = [
  'sin_anexos',
  'anexo_retirado',
  'sin_oficio',
  'falta_documento',
  'otra_version',
  'dice_proyecto',
  'no_emitido',
  'fecha_anterior',
  'otra_firma',
  'sin_aprobacion',
  'fuera_de_plazo',
  'dia_inhabil',
  'oficio_sin_firma',
  'oficio_repetido',
  'acuse_sin_sello',
  'acuse_repetido',
] as const
export type AdvertenciaRemision = (typeof ADVERTENCIAS_REMISION)[number]

interface Archivos {
  /** Hash of the oficio and of the acuse that were given; null: none. */
  oficio: string | null
  acuse: string | null
  anexos: readonly string[]
  /** Hashes of the files that the system itself printed for this remisión. */
  impresos: ReadonlySet<string>
}

/** Warnings on the files that were given as oficio and as acuse: one that the system printed, or one that was given as something else. */
export function advertirArchivos({ oficio, acuse, anexos, impresos }: Archivos): AdvertenciaRemision[] {
  const printed = (hash: string | null) => hash !== null && impresos.has(hash)
  const given = (hash: string | null, others: readonly (string | null)[]) => hash !== null && others.includes(hash)
  const found: Partial<Record<AdvertenciaRemision, boolean>> = {
    oficio_sin_firma: printed(oficio),
    oficio_repetido: given(oficio, anexos),
    acuse_sin_sello: printed(acuse),
    acuse_repetido: given(acuse, [oficio, ...anexos]),
  }
  return ADVERTENCIAS_REMISION.filter((tipo) => found[tipo])
}

export interface EntregableARemitir {
  clave: string
  /** Approvals that it follows and that have no evidence, by its own chain. */
  sinAprobacion: readonly Milestone[]
  /** Whether its term is over at the instant of sending. */
  vencido: boolean
  /** Faults of the oficio about the document that was approved; absent: none. */
  documento?: readonly ('falta_documento' | 'otra_version' | 'dice_proyecto' | 'no_emitido' | 'fecha_anterior')[]
}

/** Warnings before remitting: told, and never a veto. `entregable` is null when one concerns the whole. */
export function advertirRemision({
  anexos,
  anexosRetirados,
  sinOficio,
  otraFirma = false,
  entregables,
  motivoInhabil,
  archivos = [],
}: {
  anexos: number
  /** How many of them no longer stand as evidence of anything. */
  anexosRetirados: number
  /** It was sent, and nobody brought the oficio as it was signed. */
  sinOficio: boolean
  /** Whether somebody else held the post of the signer on the day that it bears. */
  otraFirma?: boolean
  entregables: readonly EntregableARemitir[]
  /** Why the day of sending is no working day; null when it is one. */
  motivoInhabil: MotivoInhabil | null
  /** Warnings on the files that were given. */
  archivos?: readonly AdvertenciaRemision[]
}): { tipo: AdvertenciaRemision; entregable: string | null; milestones: Milestone[] }[] {
  return [
    ...(anexos === 0 ? [{ tipo: 'sin_anexos' as const, entregable: null, milestones: [] }] : []),
    ...(anexosRetirados > 0 ? [{ tipo: 'anexo_retirado' as const, entregable: null, milestones: [] }] : []),
    ...(sinOficio ? [{ tipo: 'sin_oficio' as const, entregable: null, milestones: [] }] : []),
    ...(otraFirma ? [{ tipo: 'otra_firma' as const, entregable: null, milestones: [] }] : []),
    ...entregables.flatMap(({ clave, documento = [] }) => documento.map((tipo) => ({ tipo, entregable: clave, milestones: [] }))),
    ...entregables.flatMap(({ clave, sinAprobacion }) =>
      sinAprobacion.length > 0 ? [{ tipo: 'sin_aprobacion' as const, entregable: clave, milestones: [...sinAprobacion] }] : [],
    ),
    ...entregables
      .filter(({ vencido }) => vencido)
      .map(({ clave }) => ({ tipo: 'fuera_de_plazo' as const, entregable: clave, milestones: [] })),
    ...(motivoInhabil === null ? [] : [{ tipo: 'dia_inhabil' as const, entregable: null, milestones: [] }]),
    ...archivos.map((tipo) => ({ tipo, entregable: null, milestones: [] })),
  ]
}
