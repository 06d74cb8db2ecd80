import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm'
import type { Confianza, Encargo } from '@conoceles/domain'
import { Documento } from '../../../registro/index.ts'
import { Cuenta } from '../../../acceso/index.ts'

/** Holder of a charge in an organ, with her days and their document. Only its end and its account are written afterwards. */
@Entity({ schema: 'captura', name: 'integrante' })
@Index('integrante_organo_ix', ['procesoId', 'organo', 'desde'])
export class Integrante {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'integrante_pk' }) id: string
  @Column('uuid', { name: 'proceso_id' }) procesoId: string
  /** Clave of the organ in the catalogue of the proceso. */
  @Column('text') organo: string
  @Column('text') nombre: string
  @Column('text', { nullable: true }) puesto: string | null
  @Column('text') encargo: Encargo
  @Column('boolean') voto: boolean
  @Column('date') desde: string
  /** Last day in office. */
  @Column('date', { nullable: true }) hasta: string | null
  /** The charge that it stands in for. */
  @Column('uuid', { nullable: true })
  @ForeignKey(() => Integrante, { name: 'integrante_suple_fk' })
  suple: string | null
  /** Number of the acuerdo or oficio that gave the charge, and its paper. */
  @Column('text', { nullable: true }) documento: string | null
  @Column('uuid', { name: 'documento_id', nullable: true })
  @ForeignKey(() => Documento, { name: 'integrante_documento_fk' })
  documentoId: string | null
  @Column('text') fuente: string
  @Column('text') confianza: Confianza
  @Column('text', { nullable: true }) nota: string | null
  /** Reason of its end, and its paper. */
  @Column('text', { nullable: true }) termino: string | null
  @Column('uuid', { name: 'termino_documento_id', nullable: true })
  @ForeignKey(() => Documento, { name: 'integrante_termino_documento_fk' })
  terminoDocumentoId: string | null
  /** Account with which she reads the sesiones. */
  @Column('uuid', { name: 'cuenta_id', nullable: true })
  @ForeignKey(() => Cuenta, { name: 'integrante_cuenta_fk' })
  cuentaId: string | null
  /** Time and account of the entry; null: the pack or the simulacro brought it. */
  @Column('timestamptz', { name: 'registrado_en', nullable: true }) registradoEn: Date | null
  @Column('uuid', { name: 'registrado_por', nullable: true }) registradoPor: string | null
}
