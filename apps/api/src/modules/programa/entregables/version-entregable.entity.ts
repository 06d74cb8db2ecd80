import { Column, Entity, ForeignKey, PrimaryColumn, Unique } from 'typeorm'
import type { ClaseVersion } from '@conoceles/domain'
import { Documento } from '../../registro/index.ts'

/** A version of the document of an entregable: it is never replaced, only followed by another. */
@Entity({ schema: 'captura', name: 'entregable_version' })
@Unique('entregable_version_numero_uq', ['procesoId', 'entregable', 'numero'])
export class VersionEntregable {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'entregable_version_pk' }) id: string
  @Column('uuid', { name: 'proceso_id' }) procesoId: string
  /** "11.4", "11.5/2023-10", "11.8/<id of its event>". */
  @Column('text') entregable: string
  @Column('int') numero: number
  @Column('text') clase: ClaseVersion
  /** The day that the document bears. */
  @Column('date') fecha: string
  /** Changes since the version before. */
  @Column('text') nota: string
  @Column('uuid', { name: 'documento_id' })
  @ForeignKey(() => Documento, { name: 'entregable_version_documento_fk' })
  documentoId: string
  /** Number of the version that was approved as a project, of which this is the same text; null: it is none. */
  @Column('int', { name: 'texto_de', nullable: true }) textoDe: number | null
  @Column('text') folio: string
  @Column('timestamptz', { name: 'registrada_en' }) registradaEn: Date
  /** Null, and no role: the simulacro brought it. */
  @Column('uuid', { name: 'registrada_por', nullable: true }) registradaPor: string | null
  @Column('text', { nullable: true }) rol: string | null
  @Column('timestamptz', { name: 'retirada_en', nullable: true }) retiradaEn: Date | null
  @Column('uuid', { name: 'retirada_por', nullable: true }) retiradaPor: string | null
  @Column('text', { name: 'retirada_motivo', nullable: true }) retiradaMotivo: string | null
}
