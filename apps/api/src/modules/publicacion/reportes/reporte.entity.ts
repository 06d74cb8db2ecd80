import { Check, Column, Entity, Index, PrimaryColumn, Unique } from 'typeorm'
import type { EstatusReporte } from '@conoceles/domain'

/** An error of a public page as somebody reported it, and the institute's acts. Nothing in it tells its author. */
@Entity({ schema: 'captura', name: 'reporte' })
@Unique('reporte_folio_uq', ['folio'])
@Index('reporte_recibido_ix', ['recibido', 'huella'])
@Check('reporte_texto_ck', 'length(texto) between 1 and 1000 and length(pagina) <= 200')
@Check('reporte_contestado_ck', `(estatus = 'contestado') = (pregunta is not null and respuesta is not null)`)
@Check('reporte_atendido_ck', `(estatus = 'recibido') or (atendido_por is not null and atendido_en is not null)`)
export class Reporte {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'reporte_pk' }) id: string
  @Column('text') folio: string
  @Column('text') pagina: string
  /** Newest corte when it was reported. */
  @Column('int') corte: number
  /** Never published: it may hold private data. */
  @Column('text') texto: string
  @Column('boolean', { name: 'pide_respuesta' }) pideRespuesta: boolean
  /** The day, and not the hour. */
  @Column('date') recibido: string
  /** Hash of page and text: two equal reports of one day are one. */
  @Column('text') huella: string
  @Column('text') estatus: EstatusReporte
  @Column('int') version: number
  /** Published by the institute: the question in its own words, and its answer. */
  @Column('text', { nullable: true }) pregunta: string | null
  @Column('text', { nullable: true }) respuesta: string | null
  /** Why it was discarded, or opened again. */
  @Column('text', { nullable: true }) motivo: string | null
  @Column('uuid', { name: 'atendido_por', nullable: true }) atendidoPor: string | null
  @Column('timestamptz', { name: 'atendido_en', nullable: true }) atendidoEn: Date | null
}
