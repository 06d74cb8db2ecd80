import { Column, Entity, ForeignKey, PrimaryColumn, Unique } from 'typeorm'
import { InformeCorte } from './informe-corte.entity.ts'

/** SHA-256 of each file of an emission. */
export interface Huellas {
  pdf: string
  docx: string
  xlsx: string
}

/** A document that was handed out: of which corte, with which texts, in which form, and the hash of its bytes. Never altered. */
@Entity({ schema: 'captura', name: 'informe_emision' })
@Unique('informe_emision_numero_uq', ['procesoId', 'entregable', 'numero'])
export class InformeEmision {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'informe_emision_pk' }) id: string
  @Column('uuid', { name: 'proceso_id' }) procesoId: string
  @Column('text') entregable: string
  @Column('int') numero: number
  @Column('uuid', { name: 'corte_id' })
  @ForeignKey(() => InformeCorte, { name: 'informe_emision_corte_fk' })
  corteId: string
  /** Version of each part; one that was empty is not there. */
  @Column('jsonb') textos: Record<string, number>
  /** Version of how the document was laid out. */
  @Column('int') forma: number
  @Column('jsonb') huellas: Huellas
  @Column('timestamptz', { name: 'emitida_en' }) emitidaEn: Date
  @Column('uuid', { name: 'emitida_por' }) emitidaPor: string
  @Column('text') folio: string
}
