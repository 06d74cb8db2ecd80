import { Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm'
import { Cuenta } from '../cuentas/cuenta.entity.ts'

export const TIPOS_FACTOR = ['passkey', 'totp'] as const
export type TipoFactor = (typeof TIPOS_FACTOR)[number]

/** A second factor of an account. Its last columns belong to one kind only and are null for the other. */
@Entity({ schema: 'acceso', name: 'factor' })
@Index('factor_cuenta_ix', ['cuentaId'])
@Unique('factor_credencial_uq', ['credencialId'])
export class Factor {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'factor_pk' }) id: string
  @Column('uuid', { name: 'cuenta_id' })
  @ForeignKey(() => Cuenta, { name: 'factor_cuenta_fk', onDelete: 'CASCADE' })
  cuentaId: string
  @Column('text') tipo: TipoFactor
  /** Given by its owner. */
  @Column('text') nombre: string
  @Column('timestamptz', { name: 'creado_en' }) creadoEn: Date
  @Column('timestamptz', { name: 'ultimo_uso_en', nullable: true }) ultimoUsoEn: Date | null
  /** AES-256-GCM, bound to the account. */
  @Column('bytea', { name: 'totp_secreto', nullable: true }) totpSecreto: Buffer | null
  /** Last step accepted: a code works once. bigint travels as text. */
  @Column('bigint', { name: 'totp_ultimo_paso', nullable: true }) totpUltimoPaso: string | null
  /** Credential id of WebAuthn, base64url. */
  @Column('text', { name: 'credencial_id', nullable: true }) credencialId: string | null
  /** COSE. */
  @Column('bytea', { name: 'llave_publica', nullable: true }) llavePublica: Buffer | null
  /** Signature counter: one that does not grow tells of a copy. */
  @Column('bigint', { nullable: true }) contador: string | null
  @Column('text', { array: true, nullable: true }) transportes: string[] | null
}

/** Columns that each kind leaves empty. */
export const BLANK = {
  ultimoUsoEn: null,
  totpSecreto: null,
  totpUltimoPaso: null,
  credencialId: null,
  llavePublica: null,
  contador: null,
  transportes: null,
} as const
