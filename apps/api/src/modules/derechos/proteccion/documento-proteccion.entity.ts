import { Check, Column, Entity, ForeignKey, PrimaryColumn, Unique } from 'typeorm'
import type { ClaseProteccion } from '@conoceles/domain'
import { Documento } from '../../registro/index.ts'
import { Proceso } from '../../proceso/index.ts'

/** A version of the documento de seguridad, or of the impact assessment. */
@Entity({ schema: 'captura', name: 'documento_proteccion' })
@Unique('documento_proteccion_version_uq', ['procesoId', 'clase', 'version'])
@Check('documento_proteccion_clase_ck', `clase in ('seguridad', 'impacto')`)
@Check('documento_proteccion_revisar_ck', 'revisar_el > aprobado_el')
export class VersionProteccion {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'documento_proteccion_pk' }) id: string
  @Column('uuid', { name: 'proceso_id' })
  @ForeignKey(() => Proceso, { name: 'documento_proteccion_proceso_fk' })
  procesoId: string
  @Column('text') clase: ClaseProteccion
  @Column('int') version: number
  @Column('uuid', { name: 'documento_id' })
  @ForeignKey(() => Documento, { name: 'documento_proteccion_documento_fk' })
  documentoId: string
  @Column('date', { name: 'aprobado_el' }) aprobadoEl: string
  /** Approving person or organ, or the acuerdo. */
  @Column('text') aprobo: string
  /** Day on which an assessment was handed to the autoridad garante. */
  @Column('date', { name: 'presentado_el', nullable: true }) presentadoEl: string | null
  @Column('date', { name: 'revisar_el' }) revisarEl: string
  @Column('text', { name: 'acuse_folio' }) acuse: string
  @Column('timestamptz', { name: 'registrado_en' }) registradoEn: Date
  @Column('uuid', { name: 'registrado_por' }) registradoPor: string
}
