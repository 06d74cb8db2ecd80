import { Column, Entity, PrimaryColumn, Unique } from 'typeorm'
import type { AsignacionColumnas } from '@conoceles/domain'

/** The columns of a source, as somebody assigned them once. */
@Entity({ schema: 'captura', name: 'importacion_fuente' })
@Unique('importacion_fuente_nombre_uq', ['procesoId', 'nombre'])
export class ImportacionFuente {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'importacion_fuente_pk' }) id: string
  @Column('uuid', { name: 'proceso_id' }) procesoId: string
  @Column('text') nombre: string
  @Column('jsonb') columnas: AsignacionColumnas
  @Column('timestamptz', { name: 'guardada_en' }) guardadaEn: Date
  @Column('uuid', { name: 'guardada_por' }) guardadaPor: string
}
