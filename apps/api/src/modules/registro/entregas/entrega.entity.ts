import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm'
import { ActorPolitico } from '../../proceso/index.ts'
import { Acuerdo } from '../acuerdos/acuerdo.entity.ts'

/** Delivery of the access accounts of one actor político after an acuerdo: the term of captura counts from it. */
@Entity({ schema: 'captura', name: 'entrega' })
@Index('entrega_acuerdo_ix', ['acuerdoId', 'actorPoliticoId'])
export class Entrega {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'entrega_pk' }) id: string
  @Column('uuid', { name: 'proceso_id' }) procesoId: string
  @Column('uuid', { name: 'acuerdo_id' })
  @ForeignKey(() => Acuerdo, { name: 'entrega_acuerdo_fk' })
  acuerdoId: string
  @Column('uuid', { name: 'actor_politico_id' })
  @ForeignKey(() => ActorPolitico, { name: 'entrega_actor_fk' })
  actorPoliticoId: string
  @Column('timestamptz', { name: 'entregada_en' }) entregadaEn: Date
  /** Name and charge of the receiver. */
  @Column('text') recibe: string
  @Column('int') candidaturas: number
  @Column('text') folio: string
  @Column('timestamptz', { name: 'registrada_en' }) registradaEn: Date
  /** Null: the simulacro brought it. */
  @Column('uuid', { name: 'registrada_por', nullable: true }) registradaPor: string | null
}
