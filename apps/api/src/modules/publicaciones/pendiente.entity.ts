import { Column, Entity, PrimaryColumn } from 'typeorm'

/** What the publisher has to look at again. Written in the transaction of the act that changed it. */
@Entity({ schema: 'captura', name: 'publicacion_pendiente' })
export class PublicacionPendiente {
  @PrimaryColumn('uuid', { name: 'candidatura_id', primaryKeyConstraintName: 'publicacion_pendiente_pk' }) candidaturaId: string
  @Column('timestamptz') desde: Date
}
