import { Column, Entity, PrimaryColumn } from 'typeorm'
import type { Cruce } from '@conoceles/domain'
import type { Tabla } from './tabla.ts'

/** A table of identity by another fact, as it stood on a day of counting: what may be told of it, and nothing else. */
@Entity({ schema: 'captura', name: 'estadistica_cruce' })
export class CruceEstadistica {
  @PrimaryColumn('uuid', { name: 'proceso_id', primaryKeyConstraintName: 'estadistica_cruce_pk' }) procesoId: string
  @PrimaryColumn('date', { primaryKeyConstraintName: 'estadistica_cruce_pk' }) fecha: string
  /** Clave of the table in the pack. */
  @PrimaryColumn('text', { primaryKeyConstraintName: 'estadistica_cruce_pk' }) tabla: string
  @PrimaryColumn('text', { primaryKeyConstraintName: 'estadistica_cruce_pk' }) por: Cruce
  @Column('jsonb') contenido: Tabla
}
