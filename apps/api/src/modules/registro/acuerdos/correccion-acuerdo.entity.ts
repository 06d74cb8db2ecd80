import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm'
import { Acuerdo } from './acuerdo.entity.ts'
import { Documento } from '../documentos/documento.entity.ts'

/** Facts of an acuerdo before a correction: rows are added, never changed. */
@Entity({ schema: 'captura', name: 'acuerdo_correccion' })
@Index('acuerdo_correccion_acuerdo_ix', ['acuerdoId'])
export class CorreccionAcuerdo {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'acuerdo_correccion_pk' }) id: string
  @Column('uuid', { name: 'acuerdo_id' })
  @ForeignKey(() => Acuerdo, { name: 'acuerdo_correccion_acuerdo_fk' })
  acuerdoId: string
  @Column('text') numero: string
  @Column('date') fecha: string
  @Column('text', { nullable: true }) organo: string | null
  @Column('text', { nullable: true }) asunto: string | null
  @Column('timestamptz', { name: 'aprobado_en', nullable: true }) aprobadoEn: Date | null
  @Column('uuid', { name: 'documento_id', nullable: true })
  @ForeignKey(() => Documento, { name: 'acuerdo_correccion_documento_fk' })
  documentoId: string | null
  @Column('text') motivo: string
  /** Folio of the acuse of the correction. */
  @Column('text') folio: string
  @Column('timestamptz', { name: 'corregido_en' }) corregidoEn: Date
  @Column('uuid', { name: 'corregido_por' }) corregidoPor: string
}
