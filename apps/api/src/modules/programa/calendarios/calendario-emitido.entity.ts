import { Column, Entity, PrimaryColumn } from 'typeorm'
import type { EventoCalendario } from '../../../shared/calendario/emision.ts'

/** Last version of each moment that the calendars of the institute sent: a moment that is no more is sent as cancelled, not forgotten. */
@Entity({ schema: 'captura', name: 'calendario_emitido' })
export class CalendarioEmitido {
  @PrimaryColumn('uuid', { name: 'proceso_id', primaryKeyConstraintName: 'calendario_emitido_pk' }) procesoId: string
  @PrimaryColumn('text', { primaryKeyConstraintName: 'calendario_emitido_pk' }) uid: string
  /** Areas that answer for it, or did when it was told last. */
  @Column('text', { array: true }) areas: string[]
  @Column('jsonb') contenido: EventoCalendario
  @Column('text') huella: string
  @Column('boolean') cancelado: boolean
  @Column('int') secuencia: number
  @Column('timestamptz', { name: 'cambiado_en' }) cambiadoEn: Date
}
