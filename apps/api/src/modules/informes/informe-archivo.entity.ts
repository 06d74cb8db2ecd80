import { Check, Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm'
import { InformeEmision } from './informe-emision.entity.ts'

/** A file of an emission, as it was handed out: another look of the documents does not touch it. Never altered. */
@Entity({ schema: 'captura', name: 'informe_archivo' })
@Check('informe_archivo_formato_ck', `formato in ('pdf', 'docx', 'xlsx')`)
export class InformeArchivo {
  @PrimaryColumn('uuid', { name: 'emision_id', primaryKeyConstraintName: 'informe_archivo_pk' })
  @ForeignKey(() => InformeEmision, { name: 'informe_archivo_emision_fk' })
  emisionId: string
  @PrimaryColumn('text', { primaryKeyConstraintName: 'informe_archivo_pk' }) formato: string
  @Column('bytea') contenido: Buffer
}
