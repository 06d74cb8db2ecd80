import { Column, Entity, PrimaryColumn } from 'typeorm'

/** That the identity answers of a persona were suppressed, when and why: it outlives them, and no data key is made for her again. */
@Entity({ schema: 'identidad', name: 'supresion' })
export class Supresion {
  @PrimaryColumn('uuid', { name: 'candidatura_id', primaryKeyConstraintName: 'supresion_pk' }) candidaturaId: string
  @Column('timestamptz', { name: 'suprimida_en' }) suprimidaEn: Date
  @Column('text') motivo: string
}
