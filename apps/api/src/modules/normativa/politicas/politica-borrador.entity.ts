import { Check, Column, Entity, Index, PrimaryColumn } from 'typeorm'
import type { AprobacionDto } from '../../programa/aprobaciones/index.ts'
import type { Hecho } from '../borradores/index.ts'
import type { ActoPolitica, CampoPoliticaPack, EstatusBorradorPolitica } from '@conoceles/domain'

/** A version of the policy of publication in the writing; afterwards, the one that came into force. */
@Entity({ schema: 'captura', name: 'politica_borrador' })
@Check('politica_borrador_estatus_ck', `estatus in ('borrador', 'activado', 'descartado')`)
@Index('politica_borrador_proceso_ix', ['procesoId'])
export class PoliticaBorrador {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'politica_borrador_pk' }) id: string
  @Column('uuid', { name: 'proceso_id' }) procesoId: string
  /** Number of the version in force when it was begun. */
  @Column('int', { name: 'base_version' }) baseVersion: number
  @Column('text') motivo: string
  @Column('jsonb') campos: CampoPoliticaPack[]
  @Column('text') estatus: EstatusBorradorPolitica
  @Column('int') version: number
  @Column('timestamptz', { name: 'creado_en' }) creadoEn: Date
  @Column('uuid', { name: 'creado_por' }) creadoPor: string
  @Column('timestamptz', { name: 'guardado_en' }) guardadoEn: Date
  /** Vote by which it came into force; null before, and in earlier activations, which did not need one. */
  @Column('jsonb', { nullable: true }) aprobacion: AprobacionDto | null
  @Column('jsonb') historia: Hecho<ActoPolitica>[]
}
