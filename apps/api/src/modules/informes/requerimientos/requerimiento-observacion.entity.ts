import { Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm'
import { Observacion } from '../../captura/index.ts'
import { Requerimiento } from './requerimiento.entity.ts'

/** An observación that a requerimiento contains. */
@Entity({ schema: 'captura', name: 'requerimiento_observacion' })
@Index('requerimiento_observacion_ix', ['observacionId'])
export class RequerimientoObservacion {
  @PrimaryColumn('uuid', { name: 'requerimiento_id', primaryKeyConstraintName: 'requerimiento_observacion_pk' })
  @ForeignKey(() => Requerimiento, { name: 'requerimiento_observacion_requerimiento_fk', onDelete: 'CASCADE' })
  requerimientoId: string
  @PrimaryColumn('uuid', { name: 'observacion_id', primaryKeyConstraintName: 'requerimiento_observacion_pk' })
  @ForeignKey(() => Observacion, { name: 'requerimiento_observacion_observacion_fk', onDelete: 'CASCADE' })
  observacionId: string
}
