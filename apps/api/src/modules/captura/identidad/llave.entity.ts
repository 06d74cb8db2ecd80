import { Column, Entity, PrimaryColumn } from 'typeorm'

/** Data key of one persona, wrapped by the key ring outside the database. Destroying it is the deletion of the answers. */
@Entity({ schema: 'identidad', name: 'llave' })
export class Llave {
  @PrimaryColumn('uuid', { name: 'candidatura_id', primaryKeyConstraintName: 'llave_pk' }) candidaturaId: string
  /** Key of the ring that wraps it. */
  @Column('text') kid: string
  @Column('bytea') envuelta: Buffer
}
