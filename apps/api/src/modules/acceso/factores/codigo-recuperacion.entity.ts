import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm'
import { Cuenta } from '../cuentas/cuenta.entity.ts'

/** One of the codes that open the account once when its factors are not at hand. */
@Entity({ schema: 'acceso', name: 'codigo_recuperacion' })
@Index('codigo_recuperacion_cuenta_ix', ['cuentaId'])
export class CodigoRecuperacion {
  /** HMAC with the pepper, which no copy of the database has. */
  @PrimaryColumn('text', { primaryKeyConstraintName: 'codigo_recuperacion_pk' }) huella: string
  @Column('uuid', { name: 'cuenta_id' })
  @ForeignKey(() => Cuenta, { name: 'codigo_recuperacion_cuenta_fk', onDelete: 'CASCADE' })
  cuentaId: string
  @Column('timestamptz', { name: 'creado_en' }) creadoEn: Date
  @Column('timestamptz', { name: 'usado_en', nullable: true }) usadoEn: Date | null
}
