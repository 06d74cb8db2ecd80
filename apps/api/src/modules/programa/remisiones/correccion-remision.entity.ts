import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm'
import type { CorregibleRemision } from '@conoceles/domain'
import { Documento } from '../../registro/index.ts'
import { Remision } from './remision.entity.ts'

/** Facts of a sending or of its acuse before a correction: rows are added, never changed. */
@Entity({ schema: 'captura', name: 'remision_correccion' })
@Check('remision_correccion_que_ck', `que in ('envio', 'acuse')`)
@Index('remision_correccion_remision_ix', ['remision'])
export class CorreccionRemision {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'remision_correccion_pk' }) id: string
  @Column('uuid', { name: 'remision_id' })
  @ForeignKey(() => Remision, { name: 'remision_correccion_remision_fk' })
  remision: string
  @Column('text') que: CorregibleRemision
  /** When it was said to have been sent, or received. */
  @Column('timestamptz', { name: 'ocurrido_en' }) ocurridoEn: Date
  /** By which way, or the folio of the INE. */
  @Column('text') dato: string
  @Column('uuid', { name: 'documento_id', nullable: true })
  @ForeignKey(() => Documento, { name: 'remision_correccion_documento_fk' })
  documentoId: string | null
  @Column('timestamptz', { name: 'registrado_en' }) registradoEn: Date
  @Column('text') motivo: string
  /** Folio of the acuse of the correction. */
  @Column('text') folio: string
  @Column('timestamptz', { name: 'corregida_en' }) corregidaEn: Date
  @Column('uuid', { name: 'corregida_por' }) corregidaPor: string
}
