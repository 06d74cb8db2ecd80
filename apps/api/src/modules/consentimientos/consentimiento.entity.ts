import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm'
import { AvisoPrivacidad } from '../avisos-privacidad/index.ts'
import { Candidatura } from '../candidaturas/index.ts'

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
  @Column('text') mecanismo: 'cuenta_propia' | 'formato_firmado'
  @Column('timestamptz', { name: 'otorgado_en' }) otorgadoEn: Date
  @Column('uuid', { name: 'otorgado_por', nullable: true }) otorgadoPor: string | null
  /** A signed form counts only once the institute looked at it. */
  @Column('text') revision: 'no_requiere' | 'pendiente' | 'aceptada' | 'rechazada'
  @Column('text', { name: 'revision_razon', nullable: true }) revisionRazon: string | null
  @Column('uuid', { name: 'formato_id', nullable: true }) formatoId: string | null
}
