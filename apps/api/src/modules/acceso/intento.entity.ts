import { Column, Entity, Index, PrimaryColumn } from 'typeorm'

/**
 * Sign-in attempts in a row for one address, whether or not it has an account: an unknown address must wait exactly as a
 * known one does, or the wait would tell who has an account.
 */
@Entity({ schema: 'acceso', name: 'intento' })
@Index('intento_ultimo_ix', ['ultimoEn'])
export class Intento {
  /** HMAC of the address: addresses that nobody registered are not kept. */
  @PrimaryColumn('text', { primaryKeyConstraintName: 'intento_pk' }) huella: string
  @Column('int') fallos: number
  @Column('timestamptz', { name: 'espera_hasta', nullable: true }) esperaHasta: Date | null
  @Column('timestamptz', { name: 'ultimo_en' }) ultimoEn: Date
}
