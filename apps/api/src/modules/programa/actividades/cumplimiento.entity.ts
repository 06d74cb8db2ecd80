import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm'
import type { AdvertenciaCadena, Milestone } from '@conoceles/domain'
import type { ExcepcionDto } from '../aprobaciones/index.ts'
import { Documento } from '../../registro/index.ts'

/** Fulfilment of a milestone, by its evidence: the date that the evidence bears, and apart from it when it was brought. */
@Entity({ schema: 'captura', name: 'cumplimiento' })
@Index('cumplimiento_vigente_uq', ['procesoId', 'entregable', 'milestone'], { unique: true, where: 'anulado_en IS NULL' })
export class Cumplimiento {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'cumplimiento_pk' }) id: string
  @Column('uuid', { name: 'proceso_id' }) procesoId: string
  @Column('text') entregable: string
  @Column('text') milestone: Milestone
  /** False: a person said, with her reason, that it is not owed. */
  @Column('boolean') aplica: boolean
  @Column('timestamptz', { name: 'ocurrido_en' }) ocurridoEn: Date
  /** Number of the acuerdo, acta or oficio, or the reason why it does not apply. */
  @Column('text') referencia: string
  @Column('uuid', { name: 'documento_id', nullable: true })
  @ForeignKey(() => Documento, { name: 'cumplimiento_documento_fk' })
  documentoId: string | null
  /** Why an informe counts as approved without the vote on its own point; null where a vote did, and in everything else. */
  @Column('jsonb', { nullable: true }) excepcion?: ExcepcionDto | null
  /** Warnings when it was recorded; null where nobody looked. */
  @Column('jsonb', { nullable: true }) advertencias?: AdvertenciaCadena[] | null
  @Column('text') folio: string
  @Column('timestamptz', { name: 'registrado_en' }) registradoEn: Date
  /** Null: the programme itself, or the simulacro, brought it. */
  @Column('uuid', { name: 'registrado_por', nullable: true }) registradoPor: string | null
  @Column('timestamptz', { name: 'anulado_en', nullable: true }) anuladoEn: Date | null
  @Column('uuid', { name: 'anulado_por', nullable: true }) anuladoPor: string | null
  @Column('text', { name: 'anulado_motivo', nullable: true }) anuladoMotivo: string | null
}
