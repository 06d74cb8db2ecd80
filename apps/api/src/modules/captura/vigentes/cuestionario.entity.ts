import { Column, Entity, ForeignKey, PrimaryColumn, Unique } from 'typeorm'
import type { Traslados } from '@conoceles/cuestionarios'
import { Acuerdo } from '../../registro/index.ts'

/** A version that somebody answers. The row is never changed: the database refuses it. */
@Entity({ schema: 'captura', name: 'cuestionario' })
@Unique('cuestionario_uq', ['procesoId', 'tipo', 'version'])
export class Cuestionario {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'cuestionario_pk' }) id: string
  @Column('uuid', { name: 'proceso_id' }) procesoId: string
  @Column('text') tipo: 'curricular' | 'identidad'
  @Column('int') version: number
  @Column('text') titulo: string
  @Column('date', { name: 'vigente_desde' }) vigenteDesde: string
  @Column('jsonb') schema: Record<string, unknown>
  @Column('jsonb') uischema: Record<string, unknown>
  /** Claves of the cargos that answer it; null: all. */
  @Column('text', { array: true, nullable: true }) cargos: string[] | null
  /** Version that it replaced, and the way in which its answers were carried over; null for one that came with the pack. */
  @Column('uuid', { name: 'anterior_id', nullable: true })
  @ForeignKey(() => Cuestionario, { name: 'cuestionario_anterior_fk' })
  anteriorId: string | null
  @Column('jsonb', { nullable: true }) traslados: Traslados | null
  @Column('uuid', { name: 'acuerdo_id', nullable: true })
  @ForeignKey(() => Acuerdo, { name: 'cuestionario_acuerdo_fk' })
  acuerdoId: string | null
  /** By its name: drafts are a module that knows this one. */
  @Column('uuid', { name: 'borrador_id', nullable: true })
  @ForeignKey('Borrador', { name: 'cuestionario_borrador_fk' })
  borradorId: string | null
  @Column('timestamptz', { name: 'activado_en', nullable: true }) activadoEn: Date | null
}
