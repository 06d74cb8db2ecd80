import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm'
import { Cuenta } from '../cuentas/cuenta.entity.ts'

/** Why an access ended before its term. */
export type MotivoRevocacion = 'salida' | 'revocada' | 'reuso' | 'limite' | 'desactivada' | 'contrasena' | 'factores'

/** The access of one device: all refresh tokens that follow from one sign-in. */
@Entity({ schema: 'acceso', name: 'familia' })
@Index('familia_cuenta_ix', ['cuentaId'])
export class Familia {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'familia_pk' }) id: string
  @Column('uuid', { name: 'cuenta_id' })
  @ForeignKey(() => Cuenta, { name: 'familia_cuenta_fk', onDelete: 'CASCADE' })
  cuentaId: string
  /** Browser and system, in words. */
  @Column('text') descripcion: string
  /** Rol, actor político and candidatura at sign-in: when the account's change, this access ends. */
  @Column('text') alcance: string
  @Column('timestamptz', { name: 'creada_en' }) creadaEn: Date
  @Column('timestamptz', { name: 'ultimo_uso_en' }) ultimoUsoEn: Date
  /** Absolute end; no renewal moves it. */
  @Column('timestamptz', { name: 'vence_en' }) venceEn: Date
  /** When this session last proved a factor, by the machine's clock. */
  @Column('timestamptz', { name: 'factor_en', nullable: true }) factorEn: Date | null
  @Column('timestamptz', { name: 'revocada_en', nullable: true }) revocadaEn: Date | null
  @Column('text', { nullable: true }) motivo: MotivoRevocacion | null
}
