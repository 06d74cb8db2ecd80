import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm'
import { Cuenta } from '../cuentas/cuenta.entity.ts'

/** A browser and an account that signed in from it. The accounts of one browser share its token. */
@Entity({ schema: 'acceso', name: 'navegador' })
@Index('navegador_cuenta_ix', ['cuentaId'])
@Index('navegador_sha256_ix', ['sha256'])
@Index('navegador_anterior_ix', ['anterior'])
export class Navegador {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'navegador_pk' }) id: string
  @Column('uuid', { name: 'cuenta_id' })
  @ForeignKey(() => Cuenta, { name: 'navegador_cuenta_fk', onDelete: 'CASCADE' })
  cuentaId: string
  /** Hash of the token in its cookie, which nobody else keeps. */
  @Column('text') sha256: string
  /** Hash of the token before, for a browser that never got the new one. */
  @Column('text', { nullable: true }) anterior: string | null
  /** Last sign-in; null: it only chose a new password with the link of a mail. */
  @Column('timestamptz', { name: 'entro_en', nullable: true }) entroEn: Date | null
  @Column('timestamptz', { name: 'visto_en' }) vistoEn: Date
  /** Since when it is no longer known: the password was restored. */
  @Column('timestamptz', { name: 'olvidado_en', nullable: true }) olvidadoEn: Date | null
}
