import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm'
import { Candidatura } from '../../registro/index.ts'

/** A published section out of sight for a while: until a day is over, or until the institute decides. */
@Entity({ schema: 'captura', name: 'pausa' })
@Index('pausa_candidatura_ix', ['candidaturaId'])
export class Pausa {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pausa_pk' }) id: string
  @Column('uuid', { name: 'candidatura_id' })
  @ForeignKey(() => Candidatura, { name: 'pausa_candidatura_fk', onDelete: 'CASCADE' })
  candidaturaId: string
  @Column('text') cuestionario: 'curricular' | 'identidad'
  @Column('text') seccion: string
  /** Key of the ground; the public reads the pack's sentence for it. */
  @Column('text') supuesto: string
  /** For the file of the institute and for the actor político. */
  @Column('text') motivo: string
  /** Its last day; null: until it is decided. */
  @Column('date', { nullable: true }) hasta: string | null
  @Column('timestamptz', { name: 'creada_en' }) creadaEn: Date
  @Column('uuid', { name: 'creada_por' }) creadaPor: string
  /** Ended by decision. One that ended with its day keeps null. */
  @Column('timestamptz', { name: 'terminada_en', nullable: true }) terminadaEn: Date | null
  @Column('uuid', { name: 'terminada_por', nullable: true }) terminadaPor: string | null
  /** Why it ended before. */
  @Column('text', { nullable: true }) termino: string | null
}
