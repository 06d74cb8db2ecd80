import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm'
import { ActorPolitico } from '../../proceso/index.ts'

/** A list of omissions as it was emitted: the signed file itself, its hash, its time and its author. Nobody may change it. */
@Entity({ schema: 'captura', name: 'omision_emitida' })
@Index('omision_emitida_corte_ix', ['corte', 'id'])
export class OmisionEmitida {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'omision_emitida_pk' }) id: string
  @Column('uuid', { name: 'proceso_id' }) procesoId: string
  /** Null: of all of them. */
  @Column('uuid', { name: 'actor_politico_id', nullable: true })
  @ForeignKey(() => ActorPolitico, { name: 'omision_emitida_actor_fk' })
  actorPoliticoId: string | null
  /** Moment of the reading and of the signature. */
  @Column('timestamptz') corte: Date
  @Column('int') omisiones: number
  /** Candidaturas in force whose term had ended: of how many. */
  @Column('int') universo: number
  @Column('bytea') archivo: Buffer
  @Column('text') sha256: string
  @Column('text') folio: string
  @Column('uuid', { name: 'emitida_por' }) emitidaPor: string
}
