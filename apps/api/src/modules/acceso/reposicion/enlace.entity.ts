import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm'
import { Cuenta } from '../cuentas/cuenta.entity.ts'

export type TipoEnlace = 'invitacion' | 'recuperacion' | 'factores'

/** A link sent by mail, known by the SHA-256 of its token only. Works once. */
@Entity({ schema: 'acceso', name: 'enlace' })
@Index('enlace_cuenta_ix', ['cuentaId'])
export class Enlace {
  @PrimaryColumn('text', { primaryKeyConstraintName: 'enlace_pk' }) sha256: string
  @Column('uuid', { name: 'cuenta_id' })
  @ForeignKey(() => Cuenta, { name: 'enlace_cuenta_fk', onDelete: 'CASCADE' })
  cuentaId: string
  @Column('text') tipo: TipoEnlace
  @Column('timestamptz', { name: 'vence_en' }) venceEn: Date
  @Column('timestamptz', { name: 'usado_en', nullable: true }) usadoEn: Date | null
  /** HMAC of the code that travels apart; null: the link alone is enough. */
  @Column('text', { nullable: true }) codigo: string | null
  @Column('int', { default: 0 }) fallos: number
}
