import { Column, Entity, ForeignKey, PrimaryColumn, Unique } from 'typeorm'
import type { DocumentoPlantilla } from '@conoceles/domain'
import { Proceso } from '../proceso.entity.ts'

/** Sentences of a document as the secretaría worded them. A version is never altered: documents name the one that they were made with. */
@Entity({ schema: 'captura', name: 'plantilla_version' })
@Unique('plantilla_version_uq', ['procesoId', 'documento', 'version'])
export class PlantillaVersion {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'plantilla_version_pk' }) id: string
  @Column('uuid', { name: 'proceso_id' })
  @ForeignKey(() => Proceso, { name: 'plantilla_version_proceso_fk' })
  procesoId: string
  @Column('text') documento: DocumentoPlantilla
  /** From 1: 0 is that of the pack. */
  @Column('int') version: number
  /** Text of each part. */
  @Column('jsonb') partes: Record<string, string>
  @Column('text') motivo: string
  /** Name of the account, as it was then. */
  @Column('text') autor: string
  @Column('uuid', { name: 'guardada_por' }) guardadaPor: string
  @Column('timestamptz', { name: 'guardada_en' }) guardadaEn: Date
}
