import { Column, Entity, PrimaryColumn } from 'typeorm'
import type { Intervalo } from '@conoceles/domain'

/** Persons counted together. It keeps the published intervals of their answers, and never the counts. */
@Entity({ schema: 'captura', name: 'estadistica_lote' })
export class LoteEstadistica {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'estadistica_lote_pk' }) id: string
  @Column('uuid', { name: 'proceso_id' }) procesoId: string
  @Column('text') tabla: string
  @Column('text') celda: string
  @Column('date') fecha: string
  @Column('int') tamano: number
  @Column('jsonb') respuestas: Record<string, Intervalo>
}
