import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm'
import type { Rol } from '@conoceles/domain'
import { Cuenta } from '../../acceso/index.ts'

export const ALCANCES = ['rol', 'todo'] as const
export type Alcance = (typeof ALCANCES)[number]

/** A calendar that somebody's telephone reads, known by the SHA-256 of its secret only. */
@Entity({ schema: 'acceso', name: 'calendario_enlace' })
@Index('calendario_enlace_cuenta_ix', ['cuentaId', 'creadoEn'])
@Index('calendario_enlace_nombre_uq', ['cuentaId', 'nombre'], { unique: true, where: 'revocado_en IS NULL' })
@Index('calendario_enlace_sha256_uq', ['sha256'], { unique: true })
export class CalendarioEnlace {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'calendario_enlace_pk' }) id: string
  @Column('uuid', { name: 'cuenta_id' })
  @ForeignKey(() => Cuenta, { name: 'calendario_enlace_cuenta_fk', onDelete: 'CASCADE' })
  cuentaId: string
  /** Role of the account when it was made; with another one the link is dead. */
  @Column('text') rol: Rol
  @Column('text') nombre: string
  @Column('text') alcance: Alcance
  @Column('text') sha256: string
  @Column('timestamptz', { name: 'creado_en' }) creadoEn: Date
  @Column('timestamptz', { name: 'revocado_en', nullable: true }) revocadoEn: Date | null
}
