import { Column, Entity, Index, PrimaryColumn } from 'typeorm'

/**
 * Failed attempts in a row from one place. An address without an account makes its callers wait exactly as one that has it, or the wait would
 * tell who has an account.
 */
@Entity({ schema: 'acceso', name: 'intento' })
@Index('intento_ultimo_ix', ['ultimoEn'])
export class Intento {
  /** HMAC of the place and the address: neither is kept. */
  @PrimaryColumn('text', { primaryKeyConstraintName: 'intento_pk' }) huella: string
  @Column('int') fallos: number
  @Column('timestamptz', { name: 'espera_hasta', nullable: true }) esperaHasta: Date | null
  @Column('timestamptz', { name: 'ultimo_en' }) ultimoEn: Date
}
