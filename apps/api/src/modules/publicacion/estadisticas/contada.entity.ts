import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm'
import { Candidatura } from '../../registro/index.ts'
import { LoteEstadistica } from './lote.entity.ts'

/** Marks that somebody was counted in a table, once and for all, and in which lote. Her answer is not here. */
@Entity({ schema: 'captura', name: 'estadistica_contada' })
export class ContadaEstadistica {
  @PrimaryColumn('uuid', { name: 'candidatura_id', primaryKeyConstraintName: 'estadistica_contada_pk' })
  @ForeignKey(() => Candidatura, { name: 'estadistica_contada_candidatura_fk', onDelete: 'CASCADE' })
  candidaturaId: string
  @PrimaryColumn('text', { primaryKeyConstraintName: 'estadistica_contada_pk' }) tabla: string
  @Index('estadistica_contada_lote_ix')
  @Column('uuid', { name: 'lote_id' })
  @ForeignKey(() => LoteEstadistica, { name: 'estadistica_contada_lote_fk' })
  loteId: string
}
