import { Column, Entity, PrimaryColumn } from 'typeorm'

/** Candidatura that the publisher has to look at again. Written in the transaction of the act that changed it. */
@Entity({ schema: 'captura', name: 'publicacion_pendiente' })
export class PublicacionPendiente {
  @PrimaryColumn('uuid', { name: 'candidatura_id', primaryKeyConstraintName: 'publicacion_pendiente_pk' }) candidaturaId: string
  /** Time of the machine: tells the acts apart, also when the legal clock of a simulacro stands still. */
  @PrimaryColumn('timestamptz', { primaryKeyConstraintName: 'publicacion_pendiente_pk' }) desde: Date
  /** Legal day before which there is nothing to see yet; null: at once. */
  @Column('date', { name: 'no_antes', nullable: true }) noAntes: string | null
}
