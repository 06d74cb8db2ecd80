import { Column, Entity, PrimaryColumn } from 'typeorm'

/** One answer of the identity cuestionario, AES-256-GCM bound to candidatura and question. */
@Entity({ schema: 'identidad', name: 'respuesta' })
export class RespuestaIdentidad {
  @PrimaryColumn('uuid', { name: 'candidatura_id', primaryKeyConstraintName: 'respuesta_pk' }) candidaturaId: string
  @PrimaryColumn('text', { primaryKeyConstraintName: 'respuesta_pk' }) pregunta: string
  @Column('bytea', { nullable: true }) cifrada: Buffer | null
  /** The persona's own answer, from the moment when somebody changed it for her until she saves again. */
  @Column('bytea', { nullable: true }) propia: Buffer | null
  /** Copy of `cifrada` at the last validation: the publisher reads it where the pack publishes first. */
  @Column('bytea', { nullable: true }) validada: Buffer | null
  /** Copy of `cifrada` at the last verification: otherwise the only one that the publisher reads. */
  @Column('bytea', { nullable: true }) verificada: Buffer | null
  /** Version of the cuestionario under which each of them was given; null: the first. */
  @Column('uuid', { name: 'cuestionario_id', nullable: true }) cuestionarioId: string | null
  @Column('uuid', { name: 'propia_cuestionario_id', nullable: true }) propiaCuestionarioId: string | null
  @Column('uuid', { name: 'validada_cuestionario_id', nullable: true }) validadaCuestionarioId: string | null
  @Column('uuid', { name: 'verificada_cuestionario_id', nullable: true }) verificadaCuestionarioId: string | null
}
