import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm'
import { TextoCodificacion } from './texto.entity.ts'

/** Decision of one person on a text on which the coders differ, with her reason. */
@Entity({ schema: 'identidad', name: 'codificacion_voto' })
export class VotoCodificacion {
  @PrimaryColumn('uuid', { name: 'texto_id', primaryKeyConstraintName: 'codificacion_voto_pk' })
  @ForeignKey(() => TextoCodificacion, { name: 'codificacion_voto_texto_fk', onDelete: 'CASCADE' })
  textoId: string
  @PrimaryColumn('uuid', { name: 'cuenta_id', primaryKeyConstraintName: 'codificacion_voto_pk' }) cuentaId: string
  @Column('uuid', { name: 'codificacion_id' }) codificacionId: string
  @Column('text') codigo: string
  @Column('text') razon: string
  @Column('timestamptz') en: Date
}
