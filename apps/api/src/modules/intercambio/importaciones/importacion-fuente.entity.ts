import { Column, Entity, PrimaryColumn, Unique } from 'typeorm'
import type { AsignacionColumnas, Valores, ValoresFijos } from '@conoceles/domain'

/** The columns of a source and the meaning of its texts, as somebody said once. */
@Entity({ schema: 'captura', name: 'importacion_fuente' })
@Unique('importacion_fuente_nombre_uq', ['procesoId', 'nombre'])
export class ImportacionFuente {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'importacion_fuente_pk' }) id: string
  @Column('uuid', { name: 'proceso_id' }) procesoId: string
  @Column('text') nombre: string
  @Column('jsonb') columnas: AsignacionColumnas
  @Column('jsonb', { default: {} }) fijos: ValoresFijos
  @Column('jsonb', { default: {} }) valores: Valores
  @Column('timestamptz', { name: 'guardada_en' }) guardadaEn: Date
  @Column('uuid', { name: 'guardada_por' }) guardadaPor: string
}
