import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm'
import { Cuenta } from '../cuentas/cuenta.entity.ts'

export const ESTATUS_REPOSICION = ['propuesta', 'confirmada', 'rechazada'] as const
export type EstatusReposicion = (typeof ESTATUS_REPOSICION)[number]

/** New factors for a person who lost all of hers: one administración proposes it, another one confirms. */
@Entity({ schema: 'acceso', name: 'reposicion' })
@Index('reposicion_abierta_uq', ['cuentaId'], { unique: true, where: `estatus = 'propuesta'` })
export class Reposicion {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'reposicion_pk' }) id: string
  @Column('uuid', { name: 'cuenta_id' })
  @ForeignKey(() => Cuenta, { name: 'reposicion_cuenta_fk', onDelete: 'CASCADE' })
  cuentaId: string
  @Column('text') motivo: string
  @Column('text') estatus: EstatusReposicion
  @Column('uuid', { name: 'propuesta_por' }) propuestaPor: string
  @Column('timestamptz', { name: 'propuesta_en' }) propuestaEn: Date
  @Column('uuid', { name: 'decidida_por', nullable: true }) decididaPor: string | null
  @Column('timestamptz', { name: 'decidida_en', nullable: true }) decididaEn: Date | null
}
