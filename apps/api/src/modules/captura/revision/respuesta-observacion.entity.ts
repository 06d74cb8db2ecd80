import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm'
import { Candidatura } from '../../registro/index.ts'
import { Observacion } from './observacion.entity.ts'

/** Answer of the actor político or the persona to an observación. Each is kept. */
@Entity({ schema: 'captura', name: 'respuesta_observacion' })
@Index('respuesta_observacion_ix', ['observacionId'])
export class RespuestaObservacion {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'respuesta_observacion_pk' }) id: string
  @Column('uuid', { name: 'candidatura_id' })
  @ForeignKey(() => Candidatura, { name: 'respuesta_observacion_candidatura_fk', onDelete: 'CASCADE' })
  candidaturaId: string
  @Column('uuid', { name: 'observacion_id' })
  @ForeignKey(() => Observacion, { name: 'respuesta_observacion_observacion_fk', onDelete: 'CASCADE' })
  observacionId: string
  @Column('text') texto: string
  @Column('timestamptz', { name: 'creada_en' }) creadaEn: Date
  @Column('uuid', { name: 'creada_por' }) creadaPor: string
  @Column('text') rol: string
}
