import { Column, Entity, PrimaryColumn, Unique } from 'typeorm'
import type { Milestone, Rol } from '@conoceles/domain'

/** An account said that she knows of a duty and of its due day: until it is overdue she is not reminded of it. */
@Entity({ schema: 'captura', name: 'enterada' })
@Unique('enterada_uq', ['procesoId', 'entregable', 'milestone', 'vence', 'cuentaId'])
export class Enterada {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'enterada_pk' }) id: string
  @Column('uuid', { name: 'proceso_id' }) procesoId: string
  @Column('text') entregable: string
  @Column('text') milestone: Milestone
  @Column('date') vence: string
  @Column('uuid', { name: 'cuenta_id' }) cuentaId: string
  @Column('text') rol: Rol
  @Column('timestamptz', { name: 'enterada_en' }) enteradaEn: Date
  @Column('text') folio: string
}
