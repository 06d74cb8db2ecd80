import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm'
import { TextoCodificacion } from './texto.entity.ts'

/** The category that one of the two gave a text. */
@Entity({ schema: 'identidad', name: 'codificacion_codigo' })
export class CodigoCodificacion {
  @PrimaryColumn('uuid', { name: 'texto_id', primaryKeyConstraintName: 'codificacion_codigo_pk' })
  @ForeignKey(() => TextoCodificacion, { name: 'codificacion_codigo_texto_fk', onDelete: 'CASCADE' })
  textoId: string
  @PrimaryColumn('uuid', { name: 'cuenta_id', primaryKeyConstraintName: 'codificacion_codigo_pk' }) cuentaId: string
  @Column('uuid', { name: 'codificacion_id' }) codificacionId: string
  /** Clave of the category. */
  @Column('text') codigo: string
  @Column('timestamptz') en: Date
}
