import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm'
import type { MecanismoConsentimiento, RevisionConsentimiento } from '@conoceles/domain'
import { AvisoPrivacidad } from '../avisos/index.ts'
import { Candidatura } from '../../registro/index.ts'

/** Three independent choices under one version of the aviso (LGPDPPSO arts. 7 and 15). The last one accepted governs. */
@Entity({ schema: 'captura', name: 'consentimiento' })
@Index('consentimiento_candidatura_ix', ['candidaturaId', 'otorgadoEn'])
export class Consentimiento {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'consentimiento_pk' }) id: string
  @Column('uuid', { name: 'candidatura_id' })
  @ForeignKey(() => Candidatura, { name: 'consentimiento_candidatura_fk', onDelete: 'CASCADE' })
  candidaturaId: string
  @Column('uuid', { name: 'aviso_id' })
  @ForeignKey(() => AvisoPrivacidad, { name: 'consentimiento_aviso_fk' })
  avisoId: string
  @Column('text', { name: 'aviso_sha256' }) avisoSha256: string
  @Column('boolean') tratamiento: boolean
  @Column('boolean') publicacion: boolean
  @Column('boolean') estadistica: boolean
  @Column('text') mecanismo: MecanismoConsentimiento
  @Column('timestamptz', { name: 'otorgado_en' }) otorgadoEn: Date
  @Column('uuid', { name: 'otorgado_por', nullable: true }) otorgadoPor: string | null
  /** A signed form counts only once the institute looked at it. */
  @Column('text') revision: RevisionConsentimiento
  @Column('text', { name: 'revision_razon', nullable: true }) revisionRazon: string | null
  /** Ground of the list by which it was refused; null in older refusals. */
  @Column('text', { name: 'revision_supuesto', nullable: true }) revisionSupuesto: string | null
  @Column('timestamptz', { name: 'revisada_en', nullable: true }) revisadaEn: Date | null
  /** The form that she signed, or the request by which she takes back. */
  @Column('uuid', { name: 'formato_id', nullable: true }) formatoId: string | null
  /** Day of the signature, as the form's sender says it and the reviewer reads it. */
  @Column('date', { name: 'firmado_el', nullable: true }) firmadoEl: string | null
  /** Day on which the institute received her request to take back, and the reason that she gave or the Unidad noted. */
  @Column('date', { name: 'recibida_el', nullable: true }) recibidaEl: string | null
  @Column('text', { nullable: true }) motivo: string | null
  /** Folio of its acuse; null in older rows, which did not record it. */
  @Column('text', { nullable: true }) folio: string | null
}
