import { Column, Entity, ForeignKey, PrimaryColumn, Unique } from 'typeorm'
import type { CampoPoliticaPack } from '@conoceles/domain'

@Entity({ schema: 'captura', name: 'politica_publicacion' })
@Unique('politica_publicacion_uq', ['procesoId', 'version'])
export class PoliticaPublicacion {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'politica_publicacion_pk' }) id: string
  @Column('uuid', { name: 'proceso_id' }) procesoId: string
  @Column('int') version: number
  @Column('date', { name: 'vigente_desde' }) vigenteDesde: string
  @Column('jsonb') campos: CampoPoliticaPack[]
  /** The draft that it was; null: it came with the process. */
  @Column('uuid', { name: 'borrador_id', nullable: true })
  // By its name: drafts belong to a higher chapter.
  @ForeignKey('PoliticaBorrador', { name: 'politica_publicacion_borrador_fk' })
  borradorId: string | null
  @Column('text', { nullable: true }) motivo: string | null
  @Column('timestamptz', { name: 'activada_en', nullable: true }) activadaEn: Date | null
}
