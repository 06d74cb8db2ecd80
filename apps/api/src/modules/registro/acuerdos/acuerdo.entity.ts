import { Column, Entity, ForeignKey, PrimaryColumn, Unique } from 'typeorm'
import { Documento } from '../documentos/documento.entity.ts'

@Entity({ schema: 'captura', name: 'acuerdo' })
@Unique('acuerdo_numero_uq', ['procesoId', 'numero'])
export class Acuerdo {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'acuerdo_pk' }) id: string
  @Column('uuid', { name: 'proceso_id' }) procesoId: string
  @Column('text') numero: string
  @Column('date') fecha: string
  /** Clave of the organ in the catalogue of the proceso; null while only a list named the acuerdo. */
  @Column('text', { nullable: true }) organo: string | null
  @Column('text', { nullable: true }) asunto: string | null
  /** The instant of the vote, when known: terms of the next day count from its local day. */
  @Column('timestamptz', { name: 'aprobado_en', nullable: true }) aprobadoEn: Date | null
  @Column('uuid', { name: 'documento_id', nullable: true })
  @ForeignKey(() => Documento, { name: 'acuerdo_documento_fk' })
  documentoId: string | null
}
