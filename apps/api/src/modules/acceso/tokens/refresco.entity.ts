import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm'
import { Familia } from './familia.entity.ts'

/** One refresh token, known by its SHA-256 only. Spent ones stay, so that their reuse is noticed. */
@Entity({ schema: 'acceso', name: 'refresco' })
@Index('refresco_familia_ix', ['familiaId'])
export class Refresco {
  @PrimaryColumn('text', { primaryKeyConstraintName: 'refresco_pk' }) sha256: string
  @Column('uuid', { name: 'familia_id' })
  @ForeignKey(() => Familia, { name: 'refresco_familia_fk', onDelete: 'CASCADE' })
  familiaId: string
  /** End of the idle term. */
  @Column('timestamptz', { name: 'vence_en' }) venceEn: Date
  @Column('timestamptz', { name: 'usado_en', nullable: true }) usadoEn: Date | null
  /** SHA-256 of the Idempotency-Key of the renewal that spent it; null: that one brought none. */
  @Column('text', { nullable: true }) intento: string | null
  /** SHA-256 of the token that replaced it. */
  @Column('text', { nullable: true }) sucesor: string | null
}
