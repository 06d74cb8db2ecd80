import { Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm'
import type { EstatusSeccion } from '@conoceles/domain'
import { Candidatura } from '../../registro/index.ts'
import { Cuestionario } from '../vigentes/cuestionario.entity.ts'

/** One section of a cuestionario as captured. Curricular answers live here; identity answers never do (schema identidad). */
@Entity({ schema: 'captura', name: 'seccion' })
@Unique('seccion_uq', ['candidaturaId', 'cuestionarioId', 'clave'])
@Index('seccion_extemporanea_ix', ['candidaturaId'], { where: 'extemporanea' })
export class Seccion {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'seccion_pk' }) id: string
  @Column('uuid', { name: 'candidatura_id' })
  @ForeignKey(() => Candidatura, { name: 'seccion_candidatura_fk', onDelete: 'CASCADE' })
  candidaturaId: string
  @Column('uuid', { name: 'cuestionario_id' })
  @ForeignKey(() => Cuestionario, { name: 'seccion_cuestionario_fk' })
  cuestionarioId: string
  @Column('text') clave: string
  @Column('text') estatus: EstatusSeccion
  @Column('int') version: number
  @Column('jsonb', { nullable: true }) respuestas: Record<string, unknown> | null
  @Column('timestamptz', { name: 'guardada_en', nullable: true }) guardadaEn: Date | null
  /** Whether its last save was the persona's, with her own account. */
  @Column('boolean', { name: 'de_la_persona', default: false }) deLaPersona: boolean
  /** Her own text, from the moment when somebody changed it for her until she saves again. Identity answers: `respuesta.propia`. */
  @Column('jsonb', { nullable: true }) propias: Record<string, unknown> | null
  @Column('timestamptz', { name: 'propias_en', nullable: true }) propiasEn: Date | null
  /** Its last save came after the term, and the institute had not opened it. */
  @Column('boolean', { default: false }) extemporanea: boolean
  /** Answers that the actor político validated last: the institute reviews these. */
  @Column('jsonb', { nullable: true }) validadas: Record<string, unknown> | null
  @Column('int', { name: 'version_validada', nullable: true }) versionValidada: number | null
  /** Answers that the institute verified last: the only ones that may be published, unless the pack publishes on validation. */
  @Column('jsonb', { nullable: true }) verificadas: Record<string, unknown> | null
  @Column('timestamptz', { name: 'verificada_en', nullable: true }) verificadaEn: Date | null
  @Column('int', { name: 'version_verificada', nullable: true }) versionVerificada: number | null
  /** Version of the cuestionario under which it was validated, and verified; null: the one of the section itself. */
  @Column('uuid', { name: 'validadas_cuestionario_id', nullable: true })
  @ForeignKey(() => Cuestionario, { name: 'seccion_validadas_cuestionario_fk' })
  validadasCuestionarioId: string | null
  @Column('uuid', { name: 'verificadas_cuestionario_id', nullable: true })
  @ForeignKey(() => Cuestionario, { name: 'seccion_verificadas_cuestionario_fk' })
  verificadasCuestionarioId: string | null
  /** Opened again by another version of its cuestionario, until it is validated. */
  @Column('boolean', { default: false }) reabierta: boolean
}
