import { Column, Entity, PrimaryColumn, Unique } from 'typeorm'

/** A version of a text that people wrote in a part of an informe: Markdown. Never altered, only followed. */
@Entity({ schema: 'captura', name: 'informe_texto' })
@Unique('informe_texto_version_uq', ['procesoId', 'entregable', 'seccion', 'version'])
export class InformeTexto {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'informe_texto_pk' }) id: string
  @Column('uuid', { name: 'proceso_id' }) procesoId: string
  @Column('text') entregable: string
  @Column('text') seccion: string
  @Column('int') version: number
  @Column('text') texto: string
  @Column('timestamptz', { name: 'guardado_en' }) guardadoEn: Date
  @Column('uuid', { name: 'guardado_por' }) guardadoPor: string
}
