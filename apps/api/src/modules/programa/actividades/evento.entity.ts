import { Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm'
import type { Evento as TipoEvento } from '@conoceles/domain'
import { Acuerdo, Documento } from '../../registro/index.ts'

/** Cause of an event: the entregable that it modifies, or a document that has none. */
export interface Causa {
  /** As it was called when it was registered: "11.4 Plan de trabajo, versión 2", or the name of the document. */
  texto: string
  /** Clave. */
  entregable: string | null
}

/** Columns of an event that opened by itself: no person registered it. */
export const SIN_REGISTRO = {
  causa: null,
  documentoId: null,
  folio: null,
  registradoEn: null,
  registradoPor: null,
  anuladoEn: null,
  anuladoPor: null,
  anuladoMotivo: null,
}

/** Something that happened and opened duties towards the INE. */
@Entity({ schema: 'captura', name: 'evento' })
@Unique('evento_acuerdo_uq', ['acuerdoId', 'tipo'])
@Index('evento_proceso_ix', ['procesoId', 'fecha'])
export class Evento {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'evento_pk' }) id: string
  @Column('uuid', { name: 'proceso_id' }) procesoId: string
  @Column('text') tipo: TipoEvento
  /** Claves of the actividades that it opens. */
  @Column('text', { array: true }) actividades: string[]
  /** Local day from which terms count. */
  @Column('date') fecha: string
  @Column('timestamptz', { name: 'ocurrido_en' }) ocurridoEn: Date
  @Column('uuid', { name: 'acuerdo_id', nullable: true })
  @ForeignKey(() => Acuerdo, { name: 'evento_acuerdo_fk' })
  acuerdoId: string | null
  @Column('text') titulo: string
  @Column('jsonb', { nullable: true }) causa: Causa | null
  @Column('uuid', { name: 'documento_id', nullable: true })
  @ForeignKey(() => Documento, { name: 'evento_documento_fk' })
  documentoId: string | null
  /** Folio of its acuse; null: an acuerdo opened it, or the load of the process. */
  @Column('text', { nullable: true }) folio: string | null
  @Column('timestamptz', { name: 'registrado_en', nullable: true }) registradoEn: Date | null
  @Column('uuid', { name: 'registrado_por', nullable: true }) registradoPor: string | null
  @Column('timestamptz', { name: 'anulado_en', nullable: true }) anuladoEn: Date | null
  @Column('uuid', { name: 'anulado_por', nullable: true }) anuladoPor: string | null
  @Column('text', { name: 'anulado_motivo', nullable: true }) anuladoMotivo: string | null
}
