import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm'
import { Importacion } from './importacion.entity.ts'

/** A piece of an uploaded file, encrypted: it may hold dates of birth and identity answers. */
@Entity({ schema: 'identidad', name: 'archivo' })
export class Archivo {
  @PrimaryColumn('uuid', { name: 'importacion_id', primaryKeyConstraintName: 'archivo_pk' })
  @ForeignKey(() => Importacion, { name: 'archivo_importacion_fk' })
  importacionId: string
  @PrimaryColumn('int', { primaryKeyConstraintName: 'archivo_pk' }) parte: number
  @Column('text') kid: string
  /** Data key of this piece, wrapped by the key ring. */
  @Column('bytea') envuelta: Buffer
  @Column('bytea') cifrada: Buffer
}
