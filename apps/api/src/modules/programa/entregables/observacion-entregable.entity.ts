import { Column, Entity, Index, PrimaryColumn } from 'typeorm'

/** Observación of a member of the Comisión in the reunión de trabajo, or her word that she had none. */
@Entity({ schema: 'captura', name: 'entregable_observacion' })
@Index('entregable_observacion_ix', ['procesoId', 'entregable', 'registradaEn'])
export class ObservacionEntregable {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'entregable_observacion_pk' }) id: string
  @Column('uuid', { name: 'proceso_id' }) procesoId: string
  @Column('text') entregable: string
  /** Name of the member, and her charge on that day. */
  @Column('text') integrante: string
  @Column('text') cargo: string
  @Column('boolean', { name: 'sin_observaciones' }) sinObservaciones: boolean
  /** Page or section. */
  @Column('text', { nullable: true }) lugar: string | null
  @Column('text', { nullable: true }) texto: string | null
  @Column('date') fecha: string
  @Column('text') folio: string
  @Column('timestamptz', { name: 'registrada_en' }) registradaEn: Date
  @Column('uuid', { name: 'registrada_por', nullable: true }) registradaPor: string | null
  @Column('text', { nullable: true }) rol: string | null
  @Column('timestamptz', { name: 'retirada_en', nullable: true }) retiradaEn: Date | null
  @Column('uuid', { name: 'retirada_por', nullable: true }) retiradaPor: string | null
  @Column('text', { name: 'retirada_motivo', nullable: true }) retiradaMotivo: string | null
}
