import { Column, Entity, PrimaryColumn } from 'typeorm'

/** Signed form of a consentimiento, encrypted like an identity answer; never parsed, never public. */
@Entity({ schema: 'identidad', name: 'formato' })
export class Formato {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'formato_pk' }) id: string
  @Column('uuid', { name: 'candidatura_id' }) candidaturaId: string
  @Column('text') medio: string
  @Column('bytea') cifrado: Buffer
  @Column('timestamptz', { name: 'creado_en' }) creadoEn: Date
}
