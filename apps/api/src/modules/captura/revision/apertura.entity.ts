import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm'
import { Candidatura } from '../../registro/index.ts'

/** When a reviewer last opened a candidatura. */
@Entity({ schema: 'captura', name: 'apertura' })
@Index('apertura_candidatura_ix', ['candidaturaId'])
export class Apertura {
  @PrimaryColumn('uuid', { name: 'cuenta_id', primaryKeyConstraintName: 'apertura_pk' }) cuentaId: string
  @PrimaryColumn('uuid', { name: 'candidatura_id', primaryKeyConstraintName: 'apertura_pk' })
  @ForeignKey(() => Candidatura, { name: 'apertura_candidatura_fk', onDelete: 'CASCADE' })
  candidaturaId: string
  @Column('timestamptz', { name: 'abierta_en' }) abiertaEn: Date
}
