import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm'
import type { DesenlaceObservacion, ObjetoObservado } from '@conoceles/domain'
import { Candidatura } from '../../registro/index.ts'

/** One round of the institute's remarks on a section. Open until another account closes it, or the next round takes its place. */
@Entity({ schema: 'captura', name: 'observacion' })
@Index('observacion_candidatura_ix', ['candidaturaId'])
@Unique('observacion_lugar_uq', ['id', 'candidaturaId', 'cuestionario', 'seccion'])
@Check('observacion_dos_personas_ck', `desenlace = 'reiterada' or cerrada_por <> creada_por`)
@Check(
  'observacion_desenlace_ck',
  `(cerrada_en is null) = (desenlace is null) and (desenlace is null or desenlace in ('atendida', 'retirada', 'reiterada')) and (cerrada_en is not null or cerrada_por is null)`,
)
@Check('observacion_objeto_ck', `objeto = 'seccion' or (objeto = 'fotografia' and cuestionario = 'curricular')`)
@Check('observacion_siguiente_ck', `(siguiente_id is not null) = (desenlace is not distinct from 'reiterada') and siguiente_id <> id`)
@ForeignKey(
  () => Observacion,
  ['siguienteId', 'candidaturaId', 'cuestionario', 'seccion'],
  ['id', 'candidaturaId', 'cuestionario', 'seccion'],
  { name: 'observacion_siguiente_fk' },
)
export class Observacion {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'observacion_pk' }) id: string
  @Column('uuid', { name: 'candidatura_id' })
  @ForeignKey(() => Candidatura, { name: 'observacion_candidatura_fk', onDelete: 'CASCADE' })
  candidaturaId: string
  @Column('text') cuestionario: 'curricular' | 'identidad'
  @Column('text') seccion: string
  /** Whether it is about the section or about the photograph, which returns with it. */
  @Column('text', { default: 'seccion' }) objeto: ObjetoObservado
  /** Key of the closed list of grounds of the pack. */
  @Column('text') supuesto: string
  @Column('text') texto: string
  @Column('int') ronda: number
  /** Last day to attend it; null where it was observed before there were terms. */
  @Column('date', { nullable: true }) vence: string | null
  @Column('timestamptz', { name: 'creada_en' }) creadaEn: Date
  @Column('uuid', { name: 'creada_por' }) creadaPor: string
  @Column('text', { nullable: true }) desenlace: DesenlaceObservacion | null
  @Column('timestamptz', { name: 'cerrada_en', nullable: true }) cerradaEn: Date | null
  @Column('uuid', { name: 'cerrada_por', nullable: true }) cerradaPor: string | null
  /** Why it was closed that way. */
  @Column('text', { nullable: true }) nota: string | null
  /** The round that took its place. */
  @Column('uuid', { name: 'siguiente_id', nullable: true }) siguienteId: string | null
}
