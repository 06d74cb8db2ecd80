import { Column, Entity, Index, PrimaryColumn } from 'typeorm'
import type { BorradorPack, DecisionBorrador, EdicionRegla } from '@conoceles/domain'

/** Author, by role, and time. */
interface Firmada {
  en: string
  rol: string
}

export type EdicionGuardada = EdicionRegla & Firmada
export type DecisionGuardada = DecisionBorrador & Firmada

/** The draft of a programme for another election day: its sources, and the texts of people over it. The rest is computed. */
@Entity({ schema: 'captura', name: 'escenario' })
@Index('escenario_nombre_uq', ['procesoId', 'nombre'], { unique: true, where: 'descartado_en IS NULL' })
export class Escenario {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'escenario_pk' }) id: string
  @Column('uuid', { name: 'proceso_id' }) procesoId: string
  @Column('text') nombre: string
  @Column('date') jornada: string
  @Column('jsonb') origen: BorradorPack['origen']
  /** At most one for each statement. */
  @Column('jsonb') ediciones: EdicionGuardada[]
  /** At most one for each milestone of an occurrence. */
  @Column('jsonb') decisiones: DecisionGuardada[]
  @Column('int') version: number
  @Column('timestamptz', { name: 'creado_en' }) creadoEn: Date
  @Column('uuid', { name: 'creado_por' }) creadoPor: string
  @Column('timestamptz', { name: 'cambiado_en' }) cambiadoEn: Date
  /** Put away; it can be brought back. */
  @Column('timestamptz', { name: 'descartado_en', nullable: true }) descartadoEn: Date | null
}
