import { Check, Column, Entity, PrimaryColumn } from 'typeorm'
import type { ClaveEtapa, Rol } from '@conoceles/domain'

/** State of a stage of the conclusion: the day that an acuerdo fixed for it, the accounts that asked for it and ordered it, and its end. */
@Entity({ schema: 'captura', name: 'etapa_conclusion' })
@Check('etapa_conclusion_clave_ck', `clave in ('fin_difusion', 'desindexacion', 'bloqueo', 'supresion')`)
@Check('etapa_conclusion_fecha_ck', '(fecha is null) = (sustento is null) and (fecha is null) = (fijada_por is null)')
@Check(
  'etapa_conclusion_confirmada_ck',
  '(confirmada_en is null) = (confirmada_por is null) and (confirmada_en is null) = (confirmada_dia is null)',
)
@Check('etapa_conclusion_concluida_ck', 'concluida_en is null or confirmada_en is not null')
@Check(
  'etapa_conclusion_dos_personas_ck',
  `clave <> 'supresion' or confirmada_por is null or (propuesta_por is not null and propuesta_por <> confirmada_por)`,
)
export class EtapaConclusion {
  @PrimaryColumn('uuid', { name: 'proceso_id', primaryKeyConstraintName: 'etapa_conclusion_pk' }) procesoId: string
  @PrimaryColumn('text', { primaryKeyConstraintName: 'etapa_conclusion_pk' }) clave: ClaveEtapa
  /** First day on which it may be carried out, by an acuerdo or a resolution; null: only the rule of the pack speaks. */
  @Column('date', { nullable: true }) fecha: string | null
  @Column('text', { nullable: true }) sustento: string | null
  @Column('uuid', { name: 'fijada_por', nullable: true }) fijadaPor: string | null
  @Column('timestamptz', { name: 'fijada_en', nullable: true }) fijadaEn: Date | null
  @Column('uuid', { name: 'propuesta_por', nullable: true }) propuestaPor: string | null
  @Column('timestamptz', { name: 'propuesta_en', nullable: true }) propuestaEn: Date | null
  @Column('uuid', { name: 'confirmada_por', nullable: true }) confirmadaPor: string | null
  @Column('text', { name: 'confirmada_rol', nullable: true }) confirmadaRol: Rol | null
  @Column('timestamptz', { name: 'confirmada_en', nullable: true }) confirmadaEn: Date | null
  @Column('date', { name: 'confirmada_dia', nullable: true }) confirmadaDia: string | null
  @Column('timestamptz', { name: 'concluida_en', nullable: true }) concluidaEn: Date | null
  @Column('date', { name: 'concluida_dia', nullable: true }) concluidaDia: string | null
  /** The ground as it was told at the order: the public pages give it as theirs. */
  @Column('text', { nullable: true }) base: string | null
  @Column('jsonb', { nullable: true }) progreso: ProgresoSupresion | null
  @Column('int') version: number
}

/** How far the suppression went; a restart goes on from here. */
export interface ProgresoSupresion {
  /** Last candidatura whose rows were destroyed, in the order of their ids; null before the first. */
  ultima: string | null
  candidaturas: number
  total: number
  /** Destroyed rows so far, by kind. */
  destruidas: Record<string, number>
}
