import { Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm'
import { Consentimiento } from '../../captura/consentimientos/index.ts'
import { Requerimiento } from './requerimiento.entity.ts'

/** A refused consent form that a requerimiento contains. */
@Entity({ schema: 'captura', name: 'requerimiento_consentimiento' })
@Index('requerimiento_consentimiento_ix', ['consentimientoId'])
export class RequerimientoConsentimiento {
  @PrimaryColumn('uuid', { name: 'requerimiento_id', primaryKeyConstraintName: 'requerimiento_consentimiento_pk' })
  @ForeignKey(() => Requerimiento, { name: 'requerimiento_consentimiento_requerimiento_fk', onDelete: 'CASCADE' })
  requerimientoId: string
  @PrimaryColumn('uuid', { name: 'consentimiento_id', primaryKeyConstraintName: 'requerimiento_consentimiento_pk' })
  @ForeignKey(() => Consentimiento, { name: 'requerimiento_consentimiento_consentimiento_fk', onDelete: 'CASCADE' })
  consentimientoId: string
}
