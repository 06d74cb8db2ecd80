import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm'
import type { SentidoRespuesta } from '@conoceles/domain'
import { ObservacionEntregable } from './observacion-entregable.entity.ts'
import { VersionEntregable } from './version-entregable.entity.ts'

/** Answer to an observación. The newest counts; none is erased. */
@Entity({ schema: 'captura', name: 'entregable_respuesta' })
@Index('entregable_respuesta_ix', ['observacionId', 'registradaEn'])
export class RespuestaEntregable {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'entregable_respuesta_pk' }) id: string
  @Column('uuid', { name: 'observacion_id' })
  @ForeignKey(() => ObservacionEntregable, { name: 'entregable_respuesta_observacion_fk' })
  observacionId: string
  @Column('text') sentido: SentidoRespuesta
  @Column('text') texto: string
  /** Version in which it was attended. */
  @Column('uuid', { name: 'version_id', nullable: true })
  @ForeignKey(() => VersionEntregable, { name: 'entregable_respuesta_version_fk' })
  versionId: string | null
  @Column('text') folio: string
  @Column('timestamptz', { name: 'registrada_en' }) registradaEn: Date
  @Column('uuid', { name: 'registrada_por', nullable: true }) registradaPor: string | null
  @Column('text', { nullable: true }) rol: string | null
}
