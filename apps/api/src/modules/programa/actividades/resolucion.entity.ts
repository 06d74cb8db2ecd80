import { Column, Entity, Index, PrimaryColumn } from 'typeorm'
import type { Milestone } from '@conoceles/domain'

/**
 * Choice of the statement that governs a date where the sources disagree, with its author, time and reason. The newest counts; none is
 * erased.
 */
@Entity({ schema: 'captura', name: 'resolucion' })
@Index('resolucion_proceso_ix', ['procesoId', 'resueltaEn'])
export class Resolucion {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'resolucion_pk' }) id: string
  @Column('uuid', { name: 'proceso_id' }) procesoId: string
  /** "11.4", "11.5/2023-10", "11.8/<id of its event>". */
  @Column('text') entregable: string
  @Column('text') milestone: Milestone
  @Column('text') statement: string
  @Column('text') razon: string
  @Column('timestamptz', { name: 'resuelta_en' }) resueltaEn: Date
  @Column('uuid', { name: 'resuelta_por' }) resueltaPor: string
  @Column('text') rol: string
}
