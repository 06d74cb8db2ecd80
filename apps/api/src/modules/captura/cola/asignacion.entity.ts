import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm'
import { Candidatura } from '../../registro/index.ts'

/** The reviewer that has a candidatura of the queue. It organises work and proves nothing: the acts say who did what. */
@Entity({ schema: 'captura', name: 'asignacion' })
@Index('asignacion_cuenta_ix', ['cuentaId'])
export class Asignacion {
  @PrimaryColumn('uuid', { name: 'candidatura_id', primaryKeyConstraintName: 'asignacion_pk' })
  @ForeignKey(() => Candidatura, { name: 'asignacion_candidatura_fk', onDelete: 'CASCADE' })
  candidaturaId: string
  @Column('uuid', { name: 'cuenta_id' }) cuentaId: string
  @Column('timestamptz', { name: 'desde' }) desde: Date
  /** When it ends by itself, as that of a page that was left open; null for one that somebody assigned. */
  @Column('timestamptz', { name: 'hasta', nullable: true }) hasta: Date | null
}
