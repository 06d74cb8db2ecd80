import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm'
import { Candidatura } from '../candidaturas/index.ts'

@Entity({ schema: 'captura', name: 'observacion' })
@Index('observacion_candidatura_ix', ['candidaturaId'])
export class Observacion {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'observacion_pk' }) id: string
  @Column('uuid', { name: 'candidatura_id' })
  @ForeignKey(() => Candidatura, { name: 'observacion_candidatura_fk', onDelete: 'CASCADE' })
  candidaturaId: string
  @Column('text') cuestionario: 'curricular' | 'identidad'
  @Column('text') seccion: string
  /** Key of the closed list of grounds of the pack. */
  @Column('text') supuesto: string
  @Column('text') texto: string
  @Column('timestamptz', { name: 'creada_en' }) creadaEn: Date
  @Column('uuid', { name: 'creada_por' }) creadaPor: string
  @Column('timestamptz', { name: 'cerrada_en', nullable: true }) cerradaEn: Date | null
}
