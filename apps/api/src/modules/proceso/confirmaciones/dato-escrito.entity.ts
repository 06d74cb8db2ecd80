import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm'
import { Proceso } from '../proceso.entity.ts'

/** A text that the pack lacks, as somebody wrote it. It counts once another person confirmed it; it is withdrawn, never changed. */
@Entity({ schema: 'captura', name: 'dato_escrito' })
@Check('dato_escrito_retirado_ck', '(retirado_por is null) = (retirado_en is null) and (retirado_por is null) = (motivo is null)')
@Index('dato_escrito_vigente_ux', ['procesoId', 'clave'], { unique: true, where: 'retirado_en is null' })
export class DatoEscrito {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'dato_escrito_pk' }) id: string
  @Column('uuid', { name: 'proceso_id' })
  @ForeignKey(() => Proceso, { name: 'dato_escrito_proceso_fk' })
  procesoId: string
  /** Clave of the fact in the pack. */
  @Column('text') clave: string
  @Column('text') valor: string
  /** The document that says it, and its date. */
  @Column('text') documento: string
  @Column('date') fecha: string
  @Column('uuid', { name: 'escrito_por' }) escritoPor: string
  @Column('timestamptz', { name: 'escrito_en' }) escritoEn: Date
  @Column('uuid', { name: 'retirado_por', nullable: true }) retiradoPor: string | null
  @Column('timestamptz', { name: 'retirado_en', nullable: true }) retiradoEn: Date | null
  @Column('text', { nullable: true }) motivo: string | null
}
