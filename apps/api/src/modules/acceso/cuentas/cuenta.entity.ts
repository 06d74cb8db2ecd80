import { Column, Entity, Index, PrimaryColumn } from 'typeorm'
import type { Rol } from '@conoceles/domain'

export type EstatusCuenta = 'invitada' | 'activa' | 'desactivada'

@Entity({ schema: 'acceso', name: 'cuenta' })
/** A deactivated account keeps its address; the next holder of that address gets another account. */
@Index('cuenta_correo_uq', ['correo'], { unique: true, where: `estatus <> 'desactivada'` })
@Index('cuenta_invitacion_pedida_ix', ['invitacionPedidaEn'], { where: 'invitacion_pedida_en IS NOT NULL' })
export class Cuenta {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'cuenta_pk' }) id: string
  /** Lower case: two spellings of one address are one account. */
  @Column('text') correo: string
  @Column('text') nombre: string
  @Column('text') rol: Rol
  @Column('uuid', { name: 'actor_politico_id', nullable: true }) actorPoliticoId: string | null
  @Column('uuid', { name: 'candidatura_id', nullable: true }) candidaturaId: string | null
  /** argon2id; null until the invitation is accepted. */
  @Column('text', { nullable: true }) contrasena: string | null
  @Column('text') estatus: EstatusCuenta
  @Column('timestamptz', { name: 'creada_en' }) creadaEn: Date
  /** When its holder asked for another invitation; null: nothing is asked. */
  @Column('timestamptz', { name: 'invitacion_pedida_en', nullable: true }) invitacionPedidaEn: Date | null
}
