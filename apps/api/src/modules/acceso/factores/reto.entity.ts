import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm'
import { Cuenta } from '../cuentas/cuenta.entity.ts'

/** `prueba`: to prove a factor. `alta`: to enrol one. */
export type UsoReto = 'prueba' | 'alta'

/** A WebAuthn challenge that waits for its answer. An enrolment keeps the seed of the TOTP that it offers too. */
@Entity({ schema: 'acceso', name: 'reto' })
@Index('reto_cuenta_ix', ['cuentaId'])
export class Reto {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'reto_pk' }) id: string
  @Column('uuid', { name: 'cuenta_id' })
  @ForeignKey(() => Cuenta, { name: 'reto_cuenta_fk', onDelete: 'CASCADE' })
  cuentaId: string
  @Column('text') uso: UsoReto
  /** Base64url. */
  @Column('text') reto: string
  @Column('bytea', { name: 'totp_secreto', nullable: true }) totpSecreto: Buffer | null
  @Column('timestamptz', { name: 'vence_en' }) venceEn: Date
}
