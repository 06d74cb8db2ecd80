import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm'
import type { ClaseDatos, HechoVulneracion, TipoVulneracion } from '@conoceles/domain'
import { Candidatura } from '../../registro/index.ts'
import { Proceso } from '../../proceso/index.ts'

export interface Hecho extends HechoVulneracion {
  texto: string
  /** Acuse of the act. */
  folio: string
  /** How a notice was sent, and the document that proves it. */
  medio?: string
  documentoId?: string
}

/** A breach of personal data: its known facts, and the acts on it, in order. */
@Entity({ schema: 'captura', name: 'vulneracion' })
@Unique('vulneracion_folio_uq', ['procesoId', 'folio'])
@Check('vulneracion_ocurrio_ck', 'ocurrio_hasta is null or ocurrio_desde is null or ocurrio_desde <= ocurrio_hasta')
export class Vulneracion {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'vulneracion_pk' }) id: string
  @Column('uuid', { name: 'proceso_id' })
  @ForeignKey(() => Proceso, { name: 'vulneracion_proceso_fk' })
  procesoId: string
  @Column('text') folio: string
  @Column('text') tipo: TipoVulneracion
  /** Nature of the incident. */
  @Column('text') que: string
  /** Why it happened, as far as it is known. */
  @Column('text') causa: string
  /** Days between which it happened; null: not known. */
  @Column('date', { name: 'ocurrio_desde', nullable: true }) ocurrioDesde: string | null
  @Column('date', { name: 'ocurrio_hasta', nullable: true }) ocurrioHasta: string | null
  @Column('timestamptz', { name: 'hallada_en' }) halladaEn: Date
  @Column('text', { name: 'hallada_por' }) halladaPor: string
  @Column('text', { array: true }) datos: ClaseDatos[]
  /** Corrective acts that were taken at once; later ones are notes among the acts. */
  @Column('text') medidas: string
  @Column('text') recomendaciones: string
  /** Means by which the persons learn more. */
  @Column('text') medios: string
  @Column('jsonb') hechos: Hecho[]
  @Column('int') version: number
  @Column('text', { name: 'acuse_folio' }) acuse: string
  @Column('timestamptz', { name: 'registrada_en' }) registradaEn: Date
  @Column('uuid', { name: 'registrada_por' }) registradaPor: string
}

/** Somebody whose data a breach touched: a candidatura, or an account. */
@Entity({ schema: 'captura', name: 'vulneracion_afectada' })
@Check('vulneracion_afectada_una_ck', '(candidatura_id is null) <> (cuenta_id is null)')
@Index('vulneracion_afectada_candidatura_ux', ['vulneracionId', 'candidaturaId'], { unique: true })
@Index('vulneracion_afectada_cuenta_ux', ['vulneracionId', 'cuentaId'], { unique: true })
@Index('vulneracion_afectada_candidatura_ix', ['candidaturaId'])
export class VulneracionAfectada {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'vulneracion_afectada_pk' }) id: string
  @Column('uuid', { name: 'vulneracion_id' })
  @ForeignKey(() => Vulneracion, { name: 'vulneracion_afectada_vulneracion_fk' })
  vulneracionId: string
  @Column('uuid', { name: 'candidatura_id', nullable: true })
  @ForeignKey(() => Candidatura, { name: 'vulneracion_afectada_candidatura_fk' })
  candidaturaId: string | null
  @Column('uuid', { name: 'cuenta_id', nullable: true }) cuentaId: string | null
}
