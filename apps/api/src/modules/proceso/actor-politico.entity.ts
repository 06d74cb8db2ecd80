import { Column, Entity, PrimaryColumn, Unique } from 'typeorm'

@Entity({ schema: 'captura', name: 'actor_politico' })
@Unique('actor_politico_clave_uq', ['procesoId', 'clave'])
export class ActorPolitico {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'actor_politico_pk' }) id: string
  @Column('uuid', { name: 'proceso_id' }) procesoId: string
  @Column('text') clave: string
  @Column('text') nombre: string
  @Column('text') tipo: 'partido' | 'alianza' | 'independiente'
  @Column('text', { nullable: true }) figura: string | null
  @Column('text', { nullable: true }) color: string | null
  @Column('text', { nullable: true }) nota: string | null
  @Column('int') orden: number
  /** Picture of its registered emblem (WebP), made of the file of the pack. */
  @Column('bytea', { nullable: true, select: false }) emblema: Buffer | null
  /** Source of that file. */
  @Column('jsonb', { name: 'emblema_origen', nullable: true, select: false }) emblemaOrigen: object | null
}
