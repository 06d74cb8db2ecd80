import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm'
import { Candidatura } from '../../../registro/index.ts'
import { Cuestionario } from '../../../captura/index.ts'

/** A section as it stood under a version of its cuestionario when another took its place. Identity keeps its state alone. */
@Entity({ schema: 'captura', name: 'seccion_anterior' })
@Index('seccion_anterior_candidatura_ix', ['candidaturaId'])
@Index('seccion_anterior_borrador_ix', ['borradorId', 'seccionId'])
export class SeccionAnterior {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'seccion_anterior_pk' }) id: string
  @Column('uuid', { name: 'candidatura_id' })
  @ForeignKey(() => Candidatura, { name: 'seccion_anterior_candidatura_fk', onDelete: 'CASCADE' })
  candidaturaId: string
  @Column('uuid', { name: 'cuestionario_id' })
  @ForeignKey(() => Cuestionario, { name: 'seccion_anterior_cuestionario_fk' })
  cuestionarioId: string
  @Column('text') clave: string
  @Column('text') estatus: string
  @Column('int') version: number
  @Column('jsonb', { nullable: true }) respuestas: Record<string, unknown> | null
  @Column('timestamptz', { name: 'guardada_en', nullable: true }) guardadaEn: Date | null
  @Column('jsonb', { nullable: true }) validadas: Record<string, unknown> | null
  @Column('int', { name: 'version_validada', nullable: true }) versionValidada: number | null
  @Column('jsonb', { nullable: true }) verificadas: Record<string, unknown> | null
  @Column('timestamptz', { name: 'verificada_en', nullable: true }) verificadaEn: Date | null
  @Column('int', { name: 'version_verificada', nullable: true }) versionVerificada: number | null
  @Column('timestamptz', { name: 'sustituida_en' }) sustituidaEn: Date
  /** Draft whose activation took its place, the section, and the state in which it was left: undoing gives it back. Null in older ones. */
  @Column('uuid', { name: 'borrador_id', nullable: true }) borradorId: string | null
  @Column('uuid', { name: 'seccion_id', nullable: true }) seccionId: string | null
  @Column('boolean', { nullable: true }) reabierta: boolean | null
  @Column('uuid', { name: 'validadas_cuestionario_id', nullable: true }) validadasCuestionarioId: string | null
  @Column('uuid', { name: 'verificadas_cuestionario_id', nullable: true }) verificadasCuestionarioId: string | null
  @Column('text', { name: 'estatus_tras', nullable: true }) estatusTras: string | null
  @Column('int', { name: 'version_tras', nullable: true }) versionTras: number | null
}
