import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm'
import { Candidatura } from '../../registro/index.ts'

/** The actor político asks to change a section that was published already. */
@Entity({ schema: 'captura', name: 'solicitud_correccion' })
@Index('solicitud_correccion_candidatura_ix', ['candidaturaId'])
@Index('solicitud_correccion_viva_uq', ['candidaturaId', 'cuestionario', 'seccion'], {
  unique: true,
  where: 'atendida_en IS NULL AND aceptada IS NOT FALSE',
})
@Check('solicitud_correccion_resuelta_ck', '(resuelta_en is null) = (aceptada is null) and (atendida_en is null or aceptada)')
export class SolicitudCorreccion {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'solicitud_correccion_pk' }) id: string
  @Column('uuid', { name: 'candidatura_id' })
  @ForeignKey(() => Candidatura, { name: 'solicitud_correccion_candidatura_fk', onDelete: 'CASCADE' })
  candidaturaId: string
  @Column('text') cuestionario: 'curricular' | 'identidad'
  @Column('text') seccion: string
  @Column('text') razon: string
  @Column('timestamptz', { name: 'creada_en' }) creadaEn: Date
  @Column('uuid', { name: 'creada_por' }) creadaPor: string
  @Column('text') rol: string
  @Column('timestamptz', { name: 'resuelta_en', nullable: true }) resueltaEn: Date | null
  @Column('uuid', { name: 'resuelta_por', nullable: true }) resueltaPor: string | null
  @Column('boolean', { nullable: true }) aceptada: boolean | null
  /** Why it was accepted or refused. */
  @Column('text', { nullable: true }) resolucion: string | null
  /** Accepted although the captura had closed. */
  @Column('boolean', { name: 'tras_cierre' }) trasCierre: boolean
  /** When the corrected section was validated. */
  @Column('timestamptz', { name: 'atendida_en', nullable: true }) atendidaEn: Date | null
}
