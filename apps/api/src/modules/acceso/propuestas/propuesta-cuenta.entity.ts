import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm'
import type { Rol } from '@conoceles/domain'
import { Cuenta } from '../cuentas/cuenta.entity.ts'

/** `heredada`: one person alone invited the account, before two were needed. */
export type EstatusPropuesta = 'pendiente' | 'confirmada' | 'rechazada' | 'retirada' | 'heredada'

/** An account that one person proposes and another confirms. The installation vouches with neither: both are null. */
@Entity({ schema: 'acceso', name: 'propuesta_cuenta' })
@Check('propuesta_cuenta_dos_personas_ck', `estatus = 'retirada' or decidida_por <> propuesta_por`)
@Check('propuesta_cuenta_confirmada_ck', `estatus <> 'confirmada' or (propuesta_por is null) = (decidida_por is null)`)
@Index('propuesta_cuenta_cuenta_ix', ['cuentaId', 'propuestaEn'])
export class PropuestaCuenta {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'propuesta_cuenta_pk' }) id: string
  @Column('text') nombre: string
  @Column('text') correo: string
  @Column('text') rol: Rol
  @Column('uuid', { name: 'actor_politico_id', nullable: true }) actorPoliticoId: string | null
  @Column('uuid', { name: 'candidatura_id', nullable: true }) candidaturaId: string | null
  @Column('text') estatus: EstatusPropuesta
  @Column('uuid', { name: 'propuesta_por', nullable: true })
  @ForeignKey(() => Cuenta, { name: 'propuesta_cuenta_propuesta_fk' })
  propuestaPor: string | null
  @Column('timestamptz', { name: 'propuesta_en' }) propuestaEn: Date
  @Column('uuid', { name: 'decidida_por', nullable: true })
  @ForeignKey(() => Cuenta, { name: 'propuesta_cuenta_decidida_fk' })
  decididaPor: string | null
  @Column('timestamptz', { name: 'decidida_en', nullable: true }) decididaEn: Date | null
  /** Why it was rejected. */
  @Column('text', { nullable: true }) motivo: string | null
  /** The account that came of it. */
  @Column('uuid', { name: 'cuenta_id', nullable: true })
  @ForeignKey(() => Cuenta, { name: 'propuesta_cuenta_cuenta_fk' })
  cuentaId: string | null
  @Column('timestamptz', { name: 'activada_en', nullable: true }) activadaEn: Date | null
}
