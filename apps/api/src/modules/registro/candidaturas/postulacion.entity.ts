import { Column, Entity, ForeignKey, PrimaryColumn, Unique } from 'typeorm'
import { ActorPolitico } from '../../proceso/index.ts'
import { Contienda } from '../../proceso/index.ts'

@Entity({ schema: 'captura', name: 'postulacion' })
@Unique('postulacion_uq', ['contiendaId', 'actorId'])
export class Postulacion {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'postulacion_pk' }) id: string
  @Column('uuid', { name: 'contienda_id' })
  @ForeignKey(() => Contienda, { name: 'postulacion_contienda_fk' })
  contiendaId: string
  @Column('uuid', { name: 'actor_id' })
  @ForeignKey(() => ActorPolitico, { name: 'postulacion_actor_fk' })
  actorId: string
  @Column('int') orden: number
  /** Member parties of an alianza in this contienda: membership differs per contienda. */
  @Column('uuid', { array: true }) integrantes: string[]
}
