import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm'
import { Cuenta } from './cuentas/cuenta.entity.ts'

/** Charge of an account from a legal instant on; null: none any more. Rows are added, never changed. */
@Entity({ schema: 'acceso', name: 'cargo_cuenta' })
@Index('cargo_cuenta_cuenta_ix', ['cuentaId', 'desde'])
export class CargoCuenta {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'cargo_cuenta_pk' }) id: string
  @Column('uuid', { name: 'cuenta_id' })
  @ForeignKey(() => Cuenta, { name: 'cargo_cuenta_cuenta_fk' })
  cuentaId: string
  @Column('text', { nullable: true }) cargo: string | null
  @Column('timestamptz') desde: Date
}
