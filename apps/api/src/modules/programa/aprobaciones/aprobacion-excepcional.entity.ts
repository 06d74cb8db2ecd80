import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm'
import { Proceso } from '../../proceso/index.ts'

/** An approval by another vote than one on its own matter: one person says why, another confirms it. Nothing of it is erased. */
@Entity({ schema: 'captura', name: 'aprobacion_excepcional' })
@Check('aprobacion_excepcional_dos_personas_ck', 'confirmada_por <> propuesta_por')
@Check('aprobacion_excepcional_confirmada_ck', '(confirmada_por is null) = (confirmada_en is null)')
@Index('aprobacion_excepcional_abierta_ux', ['materia', 'acto', 'version'], { unique: true, where: 'retirada_en is null' })
export class AprobacionExcepcional {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'aprobacion_excepcional_pk' }) id: string
  @ForeignKey(() => Proceso, { name: 'aprobacion_excepcional_proceso_fk' })
  @Column('uuid', { name: 'proceso_id' })
  procesoId: string
  /** «aviso:<id>», or «informe:11.14». */
  @Column('text') materia: string
  /** The act that it allows: `aprobar_comision`. */
  @Column('text') acto: string
  /** Version of the draft that was read: another version is another approval. */
  @Column('int') version: number
  @Column('jsonb') contenido: Record<string, unknown>
  /** Faults of the vote, in sentences. */
  @Column('text', { array: true }) faltas: string[]
  @Column('text') motivo: string
  @Column('uuid', { name: 'propuesta_por' }) propuestaPor: string
  @Column('timestamptz', { name: 'propuesta_en' }) propuestaEn: Date
  @Column('uuid', { name: 'confirmada_por', nullable: true }) confirmadaPor: string | null
  @Column('timestamptz', { name: 'confirmada_en', nullable: true }) confirmadaEn: Date | null
  /** Another proposal took its place. */
  @Column('timestamptz', { name: 'retirada_en', nullable: true }) retiradaEn: Date | null
}
