import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm'
import type { TipoCambio } from '@conoceles/domain'
import { Acuerdo } from '../acuerdos/acuerdo.entity.ts'
import { Candidatura } from '../candidaturas/candidatura.entity.ts'
import { Documento } from '../documentos/documento.entity.ts'

export interface Diferencia {
  campo: string
  antes: string | null
  despues: string | null
}

/** A change in the life of a candidatura, with its cause, its acuerdo and the day it takes effect. Never altered. */
@Entity({ schema: 'captura', name: 'cambio' })
@Index('cambio_candidatura_ix', ['candidaturaId', 'registradoEn'])
@Index('cambio_entra_ix', ['entraId'])
@Index('cambio_acuerdo_ix', ['acuerdoId'])
export class Cambio {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'cambio_pk' }) id: string
  @Column('uuid', { name: 'proceso_id' }) procesoId: string
  /** Candidatura that leaves, is corrected or comes back. */
  @Column('uuid', { name: 'candidatura_id' })
  @ForeignKey(() => Candidatura, { name: 'cambio_candidatura_fk' })
  candidaturaId: string
  @Column('text') tipo: TipoCambio
  @Column('text', { nullable: true }) causa: string | null
  @Column('uuid', { name: 'acuerdo_id', nullable: true })
  @ForeignKey(() => Acuerdo, { name: 'cambio_acuerdo_fk' })
  acuerdoId: string | null
  @Column('uuid', { name: 'documento_id', nullable: true })
  @ForeignKey(() => Documento, { name: 'cambio_documento_fk' })
  documentoId: string | null
  @Column('date', { name: 'efectos_desde' }) efectosDesde: string
  /** Candidatura that takes the place, in a sustitución. */
  @Column('uuid', { name: 'entra_id', nullable: true })
  @ForeignKey(() => Candidatura, { name: 'cambio_entra_fk' })
  entraId: string | null
  /** Candidatura that leaves the place to the restored one. */
  @Column('uuid', { name: 'sale_id', nullable: true })
  @ForeignKey(() => Candidatura, { name: 'cambio_sale_fk' })
  saleId: string | null
  @Column('text', { nullable: true }) motivo: string | null
  @Column('jsonb') diferencias: Diferencia[]
  @Column('timestamptz', { name: 'registrado_en' }) registradoEn: Date
  @Column('uuid', { name: 'registrado_por' }) registradoPor: string
  @Column('text') rol: string
  @Column('text') folio: string
}
