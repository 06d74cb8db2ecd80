import { Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm'
import type { ActoDerecho, Derecho, SentidoDerecho } from '@conoceles/domain'
import { Candidatura } from '../candidaturas/index.ts'

export interface Hecho {
  acto: ActoDerecho
  /** Day of the law. */
  fecha: string
  texto: string
  sentido: SentidoDerecho | null
  /** Acuse of the act. */
  folio: string
}

/** What a persona asked about her data, and what was done on it, in order. */
@Entity({ schema: 'captura', name: 'solicitud_derecho' })
@Unique('solicitud_derecho_folio_uq', ['procesoId', 'folio'])
@Index('solicitud_derecho_recibida_ix', ['recibida', 'id'])
export class SolicitudDerecho {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'solicitud_derecho_pk' }) id: string
  @Column('uuid', { name: 'proceso_id' }) procesoId: string
  @Column('uuid', { name: 'candidatura_id' })
  @ForeignKey(() => Candidatura, { name: 'solicitud_derecho_candidatura_fk' })
  candidaturaId: string
  @Column('text') folio: string
  @Column('text') derecho: Derecho
  @Column('date') recibida: string
  @Column('text') descripcion: string
  /** Day on which she proved who she is. */
  @Column('date', { name: 'acreditada_en', nullable: true }) acreditadaEn: string | null
  @Column('jsonb') hechos: Hecho[]
  @Column('int') version: number
  @Column('timestamptz', { name: 'creada_en' }) creadaEn: Date
  @Column('uuid', { name: 'creada_por' }) creadaPor: string
}
