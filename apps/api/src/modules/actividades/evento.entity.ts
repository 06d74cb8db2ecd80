import { Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm'
import type { Evento as TipoEvento } from '@conoceles/domain'
import { Acuerdo } from '../candidaturas/index.ts'

/** Something that happened and opened duties towards the INE. */
@Entity({ schema: 'captura', name: 'evento' })
@Unique('evento_acuerdo_uq', ['acuerdoId'])
@Index('evento_proceso_ix', ['procesoId', 'fecha'])
export class Evento {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'evento_pk' }) id: string
  @Column('uuid', { name: 'proceso_id' }) procesoId: string
  @Column('text') tipo: TipoEvento
  /** Claves of the actividades that it opens. */
  @Column('text', { array: true }) actividades: string[]
  /** Local day from which terms count. */
  @Column('date') fecha: string
  @Column('timestamptz', { name: 'ocurrido_en' }) ocurridoEn: Date
  @Column('uuid', { name: 'acuerdo_id', nullable: true })
  @ForeignKey(() => Acuerdo, { name: 'evento_acuerdo_fk' })
  acuerdoId: string | null
  @Column('text') titulo: string
}
