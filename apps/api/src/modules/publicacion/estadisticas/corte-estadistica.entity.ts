import { Column, Entity, PrimaryColumn } from 'typeorm'

/** A day of the pack on which identity answers were counted. */
@Entity({ schema: 'captura', name: 'estadistica_corte' })
export class CorteEstadistica {
  @PrimaryColumn('uuid', { name: 'proceso_id', primaryKeyConstraintName: 'estadistica_corte_pk' }) procesoId: string
  @PrimaryColumn('date', { primaryKeyConstraintName: 'estadistica_corte_pk' }) fecha: string
  /** Public corte that told it. */
  @Column('int') corte: number
  @Column('timestamptz') en: Date
}
