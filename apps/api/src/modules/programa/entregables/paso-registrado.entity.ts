import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm'
import { Documento } from '../../registro/index.ts'

/** A step of the chain that was done, by its evidence: the date that it bears, and apart from it when it was recorded. */
@Entity({ schema: 'captura', name: 'entregable_paso' })
@Index('entregable_paso_vigente_uq', ['procesoId', 'entregable', 'paso'], { unique: true, where: 'anulado_en IS NULL' })
export class PasoRegistrado {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'entregable_paso_pk' }) id: string
  @Column('uuid', { name: 'proceso_id' }) procesoId: string
  @Column('text') entregable: string
  /** Clave of the step in the chain of its actividad. */
  @Column('text') paso: string
  @Column('timestamptz', { name: 'ocurrido_en' }) ocurridoEn: Date
  /** Number of the oficio, convocatoria or minuta. */
  @Column('text') referencia: string
  /** Only for a reunión de trabajo: no member had any. */
  @Column('boolean', { name: 'sin_observaciones' }) sinObservaciones: boolean
  @Column('uuid', { name: 'documento_id', nullable: true })
  @ForeignKey(() => Documento, { name: 'entregable_paso_documento_fk' })
  documentoId: string | null
  @Column('text') folio: string
  @Column('timestamptz', { name: 'registrado_en' }) registradoEn: Date
  @Column('uuid', { name: 'registrado_por', nullable: true }) registradoPor: string | null
  @Column('text', { nullable: true }) rol: string | null
  @Column('timestamptz', { name: 'anulado_en', nullable: true }) anuladoEn: Date | null
  @Column('uuid', { name: 'anulado_por', nullable: true }) anuladoPor: string | null
  @Column('text', { name: 'anulado_motivo', nullable: true }) anuladoMotivo: string | null
}
