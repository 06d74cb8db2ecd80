import { Check, Column, Entity, PrimaryColumn, Unique } from 'typeorm'
import type { CategoriaCodigo, EstatusCodificacion, ResultadoCodificacion } from '@conoceles/domain'

/**
 * The qualitative coding of the free texts of one identity question: its codebook, its progress, and at the end the counts that may be
 * told.
 */
@Entity({ schema: 'captura', name: 'codificacion' })
@Check('codificacion_estatus_ck', `estatus in ('borrador', 'reuniendo', 'abierta', 'contando', 'cerrada')`)
@Check('codificacion_cerrada_ck', `(estatus = 'cerrada') = (resultado is not null) and (estatus = 'cerrada') = (cerrada_en is not null)`)
@Unique('codificacion_pregunta_uq', ['procesoId', 'pregunta'])
export class Codificacion {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'codificacion_pk' }) id: string
  @Column('uuid', { name: 'proceso_id' }) procesoId: string
  /** Key of the question that the texts answer. */
  @Column('text') pregunta: string
  @Column('text') estatus: EstatusCodificacion
  /** Times that the texts were gathered, those that were given up included. */
  @Column('int') intento: number
  /** Version of the codebook; goes up with each save. */
  @Column('int') version: number
  /** With «Otras» last. */
  @Column('jsonb') categorias: CategoriaCodigo[]
  @Column('timestamptz', { name: 'guardada_en' }) guardadaEn: Date
  @Column('uuid', { name: 'guardada_por' }) guardadaPor: string
  /** When there were too few texts to begin, the last time that somebody tried. */
  @Column('timestamptz', { name: 'sin_textos_en', nullable: true }) sinTextosEn: Date | null
  @Column('timestamptz', { name: 'abierta_en', nullable: true }) abiertaEn: Date | null
  @Column('timestamptz', { name: 'cerrada_en', nullable: true }) cerradaEn: Date | null
  @Column('jsonb', { nullable: true }) resultado: ResultadoCodificacion | null
}
