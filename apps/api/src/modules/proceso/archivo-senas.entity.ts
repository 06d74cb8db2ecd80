import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm'
import { Proceso } from './proceso.entity.ts'

/** A file of a video in Lengua de Señas Mexicana: the video, its still or its subtitles. It never changes. */
@Entity({ schema: 'captura', name: 'archivo_senas' })
export class ArchivoSenas {
  @PrimaryColumn('uuid', { name: 'proceso_id', primaryKeyConstraintName: 'archivo_senas_pk' })
  @ForeignKey(() => Proceso, { name: 'archivo_senas_proceso_fk' })
  procesoId: string
  /** Path among the public resources, with the hash of the file. */
  @PrimaryColumn('text', { primaryKeyConstraintName: 'archivo_senas_pk' }) ruta: string
  @Column('text') medio: string
  @Column('bytea', { select: false }) contenido: Buffer
}
