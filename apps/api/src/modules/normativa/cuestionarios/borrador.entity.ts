import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm'
import type { Traslados } from '@conoceles/cuestionarios'
import type { ActoBorrador, EstatusBorrador } from '@conoceles/domain'
import type { AprobacionDto } from '../../programa/aprobaciones/index.ts'
import type { Hecho } from '../borradores/index.ts'
import { Acuerdo } from '../../registro/index.ts'
import { Cuestionario } from '../../captura/index.ts'

/** A version of a cuestionario in the writing; once it was approved, the text that the Comisión approved. */
@Entity({ schema: 'captura', name: 'cuestionario_borrador' })
@Check(
  'cuestionario_borrador_aprobado_ck',
  `(estatus in ('borrador', 'descartado')) or (acuerdo_id is not null and vigente_desde is not null)`,
)
@Check('cuestionario_borrador_dos_personas_ck', 'activado_por <> propuesto_por')
@Check('cuestionario_borrador_propuesto_ck', `(estatus <> 'propuesto') or (propuesto_por is not null and propuesto_alcance is not null)`)
@Index('cuestionario_borrador_proceso_ix', ['procesoId', 'tipo'])
export class Borrador {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'cuestionario_borrador_pk' }) id: string
  @Column('uuid', { name: 'proceso_id' }) procesoId: string
  @Column('text') tipo: Cuestionario['tipo']
  @Column('text') titulo: string
  /** Claves of the cargos that will answer it; null: all. */
  @Column('text', { array: true, nullable: true }) cargos: string[] | null
  @Column('jsonb') schema: Record<string, unknown>
  @Column('jsonb') uischema: Record<string, unknown>
  /** Carrying over of answers, where the author of the draft chose it. */
  @Column('jsonb') traslados: Traslados
  @Column('text') estatus: EstatusBorrador
  @Column('int') version: number
  @Column('timestamptz', { name: 'creado_en' }) creadoEn: Date
  @Column('uuid', { name: 'creado_por', nullable: true }) creadoPor: string | null
  @Column('timestamptz', { name: 'guardado_en' }) guardadoEn: Date
  @Column('uuid', { name: 'acuerdo_id', nullable: true })
  @ForeignKey(() => Acuerdo, { name: 'cuestionario_borrador_acuerdo_fk' })
  acuerdoId: string | null
  @Column('date', { name: 'vigente_desde', nullable: true }) vigenteDesde: string | null
  /** The version that was in force when it was approved; null before, and where there was none. */
  @Column('uuid', { name: 'base_id', nullable: true })
  @ForeignKey(() => Cuestionario, { name: 'cuestionario_borrador_base_fk' })
  baseId: string | null
  /** Proposal to activate it: its author, its time, and the candidaturas that it would have reached then. */
  @Column('uuid', { name: 'propuesto_por', nullable: true }) propuestoPor: string | null
  @Column('timestamptz', { name: 'propuesto_en', nullable: true }) propuestoEn: Date | null
  @Column('jsonb', { name: 'propuesto_alcance', nullable: true }) propuestoAlcance: object | null
  @Column('uuid', { name: 'activado_por', nullable: true }) activadoPor: string | null
  /** Vote that approved it; null before, and in earlier approvals, which did not need one. */
  @Column('jsonb', { nullable: true }) aprobacion: AprobacionDto | null
  @Column('jsonb') historia: Hecho<ActoBorrador>[]
}
